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
    private const int Most = 50_000;

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

        var owed = await OweAsync(id, input, now, cancellationToken);
        if (endpoint.State is EndpointState.Error)
        {
            await endpoints.SaveAsync(endpoint with { State = EndpointState.Active, StateReason = null, Attempts = 0, DueAt = null }, cancellationToken);
        }

        transaction.Audit(EndpointAudit.Entry("endpoint.replayed", id, actor, FormattableString.Invariant($"{owed} events")));
        return await transaction.CommitAsync(TypedResults.Ok(new Replayed(owed, owed == Most)), cancellationToken);
    }

    private async Task<int> OweAsync(Guid id, ReplayInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (sql, eventIds) = input.EventIds is { } ids ? (DeliveryLogSql.ReplayIds, ids.ToArray()) : (DeliveryLogSql.ReplaySince, []);
        // Numbers are given in their turn here too, or a lane would be woken out of order.
        await transaction.Connection.ExecuteAsync(transaction.Command(EventSql.TakeTurn, null, cancellationToken));
        var parameters = new { endpointId = id, today = DateOnly.FromDateTime(now.UtcDateTime), now, eventIds, since = input.Since?.ToUniversalTime(), limit = Most };
        return await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
    }

    private static bool IsGood(ReplayInput input, DateTimeOffset now) => input switch
    {
        { EventIds: { Count: >= 1 and <= 1000 }, Since: null } => true,
        { EventIds: null, Since: { } since } => since >= now.AddDays(-EventPartitions.DaysKept) && since <= now,
        _ => false,
    };
}

/// <summary>Either of the two.</summary>
internal sealed record ReplayInput
{
    /// <summary>1 to 1000 event ids.</summary>
    public IReadOnlyList<Guid>? EventIds { get; init; }

    /// <summary>Everything that reached this service since then, at most 30 days ago.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>How many are owed again; more remain when the most for one call was reached.</summary>
internal sealed record Replayed(int Events, bool More);
