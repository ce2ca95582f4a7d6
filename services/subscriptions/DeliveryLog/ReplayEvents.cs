using System.Globalization;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Webhooks;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Subscriptions.DeliveryLog;

/// <summary>Owes events again, with their old webhook-ids, at the end of the lane; an endpoint in error goes on.</summary>
internal sealed class ReplayEvents(EndpointStore endpoints, OfficeTransaction transaction, TimeProvider clock)
{
    // A part of the log, how many of them one call looks at, and how many events end the look.
    private const int Part = 5000;
    private const int MostParts = 20;
    private const int Enough = 10_000;

    public async Task<Results<Ok<Replayed>, ProblemHttpResult>> RunAsync(Guid id, ReplayInput input, Actor actor, CancellationToken cancellationToken)
    {
        if (await endpoints.LockAsync(id, actor.PartnerClient, cancellationToken) is not { } endpoint)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        var now = clock.GetUtcNow();
        if (!IsGood(input, now))
        {
            return SubscriptionsRefusals.InvalidReplay.ToProblem();
        }

        if (endpoint.State is not (EndpointState.Active or EndpointState.Paused or EndpointState.Error))
        {
            return SubscriptionsRefusals.NotNow(EndpointState.AllowedIn(endpoint.State)).ToProblem();
        }

        // Looked for before the turn is taken: nobody's events wait meanwhile.
        var (eventIds, next) = input.EventIds is { } given ? ([.. given], null) : await FindAsync(id, input, now, cancellationToken);
        // Numbers are given in their turn here too, or a lane would be woken out of order.
        await transaction.Connection.ExecuteAsync(transaction.Command(EventSql.TakeTurn, null, cancellationToken));
        var owed = await transaction.Connection.ExecuteAsync(transaction.Command(DeliveryLogSql.Replay, new { endpointId = id, today = DateOnly.FromDateTime(now.UtcDateTime), now, eventIds }, cancellationToken));
        if (endpoint.State is EndpointState.Error)
        {
            await endpoints.SaveAsync(endpoint with { State = EndpointState.Active, StateReason = null, Attempts = 0, DueAt = null }, cancellationToken);
        }

        transaction.Audit(EndpointAudit.Entry("endpoint.replayed", id, actor, FormattableString.Invariant($"{owed} events")));
        return await transaction.CommitAsync(TypedResults.Ok(new Replayed(owed, next is not null, next)), cancellationToken);
    }

    private async Task<(Guid[] EventIds, string? Next)> FindAsync(Guid id, ReplayInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (found, today) = (new List<Guid>(), DateOnly.FromDateTime(now.UtcDateTime));
        var after = input.After is { } text ? long.Parse(text, CultureInfo.InvariantCulture)
            : await transaction.Connection.ExecuteScalarAsync<long?>(transaction.Command(DeliveryLogSql.ReplayFrom, new { since = input.Since!.Value.ToUniversalTime() }, cancellationToken));
        for (var count = 0; after is not null && count < MostParts && found.Count < Enough; count++)
        {
            var part = await transaction.Connection.QuerySingleAsync<PartRow>(transaction.Command(DeliveryLogSql.ReplayPart, new { endpointId = id, after, today, part = Part }, cancellationToken));
            found.AddRange(part.EventIds);
            after = part.PartRows == Part ? part.PartEnd : null;
        }

        return ([.. found], after?.ToString(CultureInfo.InvariantCulture));
    }

    private static bool IsGood(ReplayInput input, DateTimeOffset now) => input switch
    {
        { EventIds: { Count: >= 1 and <= 1000 }, Since: null, After: null } => true,
        { EventIds: null, Since: { } since } => since >= now.AddDays(-EventPartitions.DaysKept) && since <= now && IsPosition(input.After),
        _ => false,
    };

    private static bool IsPosition(string? after) => after is null || long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private sealed record PartRow
    {
        public long? PartEnd { get; init; }

        public long PartRows { get; init; }

        public Guid[] EventIds { get; init; } = [];
    }
}
