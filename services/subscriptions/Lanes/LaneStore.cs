using Cnaim.Messaging;
using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Sending;
using Cnaim.Subscriptions.Webhooks;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>Lanes in the database, as one process holds them.</summary>
internal sealed class LaneStore(NpgsqlDataSource database, IServiceScopeFactory scopes, IOptions<LaneOptions> options, TimeProvider clock)
{
    private const string SplitOn = "agreement_id,position,delivery_no";

    /// <summary>This process, for as long as it lives.</summary>
    public Guid Holder { get; } = Guid.NewGuid();

    public async Task<long> NewestAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(LaneSql.Newest, cancellationToken: cancellationToken));
    }

    public async Task<List<(Guid EndpointId, long Newest)>> WakeAsync(long seen, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<(Guid, long)>(new CommandDefinition(LaneSql.Wake, new { seen }, cancellationToken: cancellationToken))];
    }

    public async Task<List<Guid>> ClaimAsync(bool suspect, Guid[]? only, int free, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wanted = new { suspect, only, now, silentSince = now.AddSeconds(-options.Value.HeartbeatSeconds), free, holder = Holder, leaseSeconds = (double)options.Value.LeaseSeconds };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<Guid>(new CommandDefinition(LaneSql.Claim, wanted, cancellationToken: cancellationToken))];
    }

    /// <summary>Null when the lane is another's by now, or gone.</summary>
    public async Task<LaneHead?> HeadAsync(Guid id, CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(LaneSql.Head, new { id, holder = Holder, today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) }, cancellationToken: cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<WebhookEndpoint, AgreementRow, KeptEvent, HeadDelivery, LaneHead>(
            command, (endpoint, agreement, kept, delivery) => new LaneHead(endpoint, agreement, kept, delivery), SplitOn);
        return found.SingleOrDefault();
    }

    /// <summary>What an attempt has come to, in one round trip: log, lane, delivery, notice, audit.</summary>
    public async Task SaveAsync(LaneHead head, Attempt attempt, LaneVerdict verdict, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<OfficeTransaction>();
        var end = attempt.Answer.StartedAt + attempt.Answer.Duration;
        if (verdict.Changes(head.Endpoint) && !await IsStillAsAskedAsync(transaction, head.Endpoint, cancellationToken))
        {
            verdict = verdict with { State = head.Endpoint.State, Notice = null };
        }

        transaction.Add(LaneSql.Attempt, attempt.Parameters());
        transaction.Add(LaneSql.Judge, JudgeParameters(head.Endpoint, attempt, verdict, end));
        transaction.Add(LaneSql.Sent, SentParameters(head.Endpoint, attempt, verdict, end));
        if (head.Delivery is { } delivery && attempt.Kind is AttemptKind.Event)
        {
            transaction.Add(LaneSql.Finish, FinishParameters(head.Endpoint.EndpointId, delivery, StateAfter(attempt.Answer), tried: 1, end));
        }

        if (verdict.Notice is { } notice)
        {
            transaction.Add(
                LaneSql.Notice,
                new NpgsqlParameter<Guid>("noticeId", Guid.CreateVersion7(end)),
                new NpgsqlParameter<string>("clientId", attempt.ClientId),
                new NpgsqlParameter<Guid>("endpointId", attempt.EndpointId),
                new NpgsqlParameter<string>("kind", notice),
                new NpgsqlParameter<string>("detail", attempt.Answer.Outcome),
                new NpgsqlParameter<DateTimeOffset>("now", end));
        }

        if (verdict.Changes(head.Endpoint))
        {
            transaction.Audit(EndpointAudit.Entry("endpoint." + verdict.State, attempt.EndpointId, actor: null, attempt.Answer.Outcome));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // Paused or given another address while the answer was on its way: nothing moves, and nobody is told that it did.
    private async Task<bool> IsStillAsAskedAsync(OfficeTransaction transaction, WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var asked = new { id = endpoint.EndpointId, holder = Holder, url = endpoint.Url, from = endpoint.State };
        return await transaction.Connection.ExecuteScalarAsync<bool>(transaction.Command(LaneSql.Hold, asked, cancellationToken));
    }

    // What is too large would be so tomorrow: it goes on with the next, and says so in the log.
    private static string StateAfter(WebhookAnswer answer) => answer.IsSuccess ? "delivered" : answer.Outcome is Outcome.TooLarge ? "withheld" : "waiting";

    /// <summary>The agreement does not allow it any more, or its event is older than what is kept.</summary>
    public async Task WithholdAsync(LaneHead head, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<OfficeTransaction>();
        transaction.Add(LaneSql.Finish, FinishParameters(head.Endpoint.EndpointId, head.Delivery!, "withheld", tried: 0, clock.GetUtcNow()));
        transaction.Add(LaneSql.Anew, new NpgsqlParameter<Guid>("id", head.Endpoint.EndpointId), new NpgsqlParameter<Guid>("holder", Holder));
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task ReleaseAsync(Guid id)
    {
        await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
        await connection.ExecuteAsync(LaneSql.Release, new { id, holder = Holder });
    }

    private NpgsqlParameter[] JudgeParameters(WebhookEndpoint endpoint, Attempt attempt, LaneVerdict verdict, DateTimeOffset end) =>
    [
        new NpgsqlParameter<int>("attempts", verdict.Attempts),
        Time("dueAt", verdict.DueAt),
        Time("slowUntil", verdict.SlowUntil),
        new NpgsqlParameter<bool>("isSuccess", attempt.Answer.IsSuccess),
        new NpgsqlParameter<DateTimeOffset>("now", end),
        new NpgsqlParameter<string>("url", endpoint.Url),
        new NpgsqlParameter<string>("from", endpoint.State),
        new NpgsqlParameter<string>("to", verdict.State),
        new NpgsqlParameter<string>("reason", attempt.Answer.Outcome),
        new NpgsqlParameter<Guid>("id", endpoint.EndpointId),
        new NpgsqlParameter<Guid>("holder", Holder),
    ];

    private NpgsqlParameter[] SentParameters(WebhookEndpoint endpoint, Attempt attempt, LaneVerdict verdict, DateTimeOffset end) =>
    [
        new NpgsqlParameter<bool>("isSuspect", verdict.IsSuspect),
        new NpgsqlParameter<int>("sent", attempt is { Kind: AttemptKind.Event, Answer.IsSuccess: true } ? 1 : 0),
        new NpgsqlParameter<DateTimeOffset>("now", end),
        new NpgsqlParameter<double>("leaseSeconds", options.Value.LeaseSeconds),
        new NpgsqlParameter<Guid>("id", endpoint.EndpointId),
        new NpgsqlParameter<Guid>("holder", Holder),
    ];

    private NpgsqlParameter[] FinishParameters(Guid endpointId, HeadDelivery delivery, string state, int tried, DateTimeOffset now) =>
    [
        new NpgsqlParameter<string>("state", state),
        new NpgsqlParameter<int>("tried", tried),
        new NpgsqlParameter<DateTimeOffset>("now", now),
        new NpgsqlParameter<DateOnly>("deliveryDay", delivery.DeliveryDay),
        new NpgsqlParameter<long>("deliveryNo", delivery.DeliveryNo),
        new NpgsqlParameter<Guid>("id", endpointId),
        new NpgsqlParameter<Guid>("holder", Holder),
    ];

    private static NpgsqlParameter Time(string name, DateTimeOffset? value) => new(name, NpgsqlDbType.TimestampTz) { Value = (object?)value ?? DBNull.Value };
}
