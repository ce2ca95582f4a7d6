using Cnaim.Reception.Queues;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Tickets;

/// <summary>What reception does to a ticket that waits.</summary>
internal static class ChangeTicket
{
    public static async Task<Results<Ok<TicketResource>, ProblemHttpResult>> Change(
        Guid id, TicketChange body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] TicketServices services, CancellationToken cancellationToken)
    {
        if (body.Priority is { Length: > 0 } priority && !TicketRules.Priorities.Contains(priority, StringComparer.Ordinal))
        {
            return ReceptionRefusals.InvalidField("priority", "There is no such priority.").ToProblem();
        }

        // The queue before the ticket, as everywhere: so that nobody closes it in between.
        if (body.Queue is { } code && await CheckQueueAsync(actor.Centre, code, services, cancellationToken) is { } refusal)
        {
            return refusal.ToProblem();
        }

        return await MoveAsync(id, actor, ifMatch, response, services, (_, _) => Task.FromResult(new TicketOrder(TicketCommand.Change) { ToQueue = body.Queue, Priority = body.Priority }), cancellationToken);
    }

    public static Task<Results<Ok<TicketResource>, ProblemHttpResult>> GiveUp(
        Guid id, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] TicketServices services, CancellationToken cancellationToken) =>
        MoveAsync(id, actor, ifMatch, response, services, (_, _) => Task.FromResult(new TicketOrder(TicketCommand.GiveUp)), cancellationToken);

    public static Task<Results<Ok<TicketResource>, ProblemHttpResult>> Return(
        Guid id, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] TicketServices services, CancellationToken cancellationToken) =>
        MoveAsync(id, actor, ifMatch, response, services, async (ticket, store) =>
            new TicketOrder(TicketCommand.Return) { CalledSince = await store.CountCalledSinceAsync(ticket, cancellationToken) }, cancellationToken);

    public static async Task<Results<Ok<ReprintedTicket>, ProblemHttpResult>> Reprint(
        Guid id, Actor actor, HttpResponse response, [AsParameters] TicketServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        if (await services.Tickets.LockAsync(actor.Centre, id, cancellationToken) is not { } ticket)
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        if (ticket.State is TicketState.Done)
        {
            return ReceptionRefusals.MoveNotAllowed(ticket.State, "reprint", []).ToProblem();
        }

        var token = TicketToken.New();
        var printed = ticket with { Copies = ticket.Copies + 1, Version = ticket.Version + 1 };
        await services.Tickets.SaveAsync(printed, now, cancellationToken);
        await services.Tickets.ReplaceTokenAsync(id, TicketToken.Hash(token), cancellationToken);
        response.SetEntityVersion(printed.Version);
        return await services.Transaction.CommitAsync(TypedResults.Ok(new ReprintedTicket(TicketResource.Of(printed), token)), cancellationToken);
    }

    private static async Task<Refusal?> CheckQueueAsync(string centre, string code, TicketServices services, CancellationToken cancellationToken)
    {
        if (await services.Queues.ShareAsync(centre, code, cancellationToken) is not { } queue)
        {
            return ReceptionRefusals.InvalidField("queue", "This centre has no such queue.");
        }

        var opening = QueueHours.At(queue, services.Clock.GetUtcNow());
        return opening.Reason is null or QueueHours.LastTicketGiven ? null : IssueTicket.Unavailable(opening.Reason, opening.NextOpening);
    }

    private static async Task<Results<Ok<TicketResource>, ProblemHttpResult>> MoveAsync(
        Guid id,
        Actor actor,
        IfMatch ifMatch,
        HttpResponse response,
        TicketServices services,
        Func<Ticket, TicketStore, Task<TicketOrder>> order,
        CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        if (await services.Tickets.LockAsync(actor.Centre, id, cancellationToken) is not { } ticket)
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        var asked = await order(ticket, services.Tickets);
        var decision = TicketRules.Decide(ticket, asked, now);
        if ((decision.Refusal ?? ifMatch.CheckOptional(ticket.Version)) is { } refusal)
        {
            return refusal.ToProblem();
        }

        await services.Tickets.SaveAsync(ticket, decision.Event!, asked.Command, desk: null, Guid.CreateVersion7(now), now, cancellationToken);
        response.SetEntityVersion(decision.Event!.Version);
        return await services.Transaction.CommitAsync(TypedResults.Ok(TicketResource.Of(decision.Event)), cancellationToken);
    }
}
