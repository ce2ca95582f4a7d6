using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Tickets;

/// <summary>What the holder of a slip sees and does; the token is the right. Unknown, used and expired tokens have one answer.</summary>
internal static class TicketStatusEndpoints
{
    public static async Task<Results<Ok<TicketStatus>, ProblemHttpResult>> Get(string token, [AsParameters] TicketServices services, CancellationToken cancellationToken) =>
        await ReadAsync(token, services, cancellationToken) is { } status ? TypedResults.Ok(status) : ReceptionRefusals.NotActive.ToProblem();

    public static Task<Results<NoContent, ProblemHttpResult>> GiveUp(string token, [AsParameters] TicketServices services, CancellationToken cancellationToken) =>
        MoveAsync(token, TicketCommand.GiveUp, services, cancellationToken);

    public static Task<Results<NoContent, ProblemHttpResult>> MoreTime(string token, [AsParameters] TicketServices services, CancellationToken cancellationToken) =>
        MoveAsync(token, TicketCommand.MoreTime, services, cancellationToken);

    /// <summary>The status, or null for a token that is not active.</summary>
    public static async Task<TicketStatus?> ReadAsync(string token, TicketServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        if (await services.Tickets.FindByTokenAsync(TicketToken.Hash(token), now, cancellationToken) is not { } ticket)
        {
            return null;
        }

        var ahead = ticket.IsCallable() ? await services.Tickets.CountAheadAsync(ticket, now, cancellationToken) : 0;
        var load = (await services.Queues.LoadsAsync(ticket.Centre, ticket.Queue, now, cancellationToken)).Single();
        var wait = Waits.WaitEstimate.Of(ahead, load);
        var desk = ticket.State is TicketState.Called or TicketState.Serving ? ticket.Desk : null;
        var range = ticket.IsCallable() ? new WaitRange(wait.Low, wait.High) : new WaitRange(0, 0);
        return new TicketStatus(ticket.Label(), ticket.State, ahead, range, desk, ticket.Language, ticket.State is TicketState.Called && !ticket.MoreTimeUsed);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> MoveAsync(string token, string command, TicketServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        if (await services.Tickets.LockByTokenAsync(TicketToken.Hash(token), cancellationToken) is not { State: not TicketState.Done } ticket || ticket.ExpiresAt <= now)
        {
            return ReceptionRefusals.NotActive.ToProblem();
        }

        var decision = TicketRules.Decide(ticket, new TicketOrder(command), now);
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        await services.Tickets.SaveAsync(ticket, decision.Event, command, desk: null, Guid.CreateVersion7(now), now, cancellationToken);
        return await services.Transaction.CommitAsync(TypedResults.NoContent(), cancellationToken);
    }
}
