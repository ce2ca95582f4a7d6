using Cnaim.Reception.Tickets;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Queues;

/// <summary>Closes a queue with a notice, or opens it. Nobody who waits is forgotten: each ticket has an outcome, or nothing is closed.</summary>
internal static class CloseQueue
{
    private const string ServeToEnd = "serve-to-end";
    private const string Transfer = "transfer";
    private const string AppointmentLater = "appointment-later";
    private const int LongestNotice = 200;

    public static async Task<Results<Ok<QueueResource>, ProblemHttpResult>> Handle(
        string id, QueueChange body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] TicketServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        if (Check(body, now) is { } invalid)
        {
            return invalid.ToProblem();
        }

        var targets = await TargetsAsync(id, body, actor, services, cancellationToken);
        if (await services.Queues.LockAsync(actor.Centre, id, cancellationToken) is not { } queue)
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        var refusal = ifMatch.CheckRequired(queue.Version)
            ?? (body.State is "closed" ? await EmptyAsync(queue, body, targets, services, now, cancellationToken) : null);
        if (refusal is not null)
        {
            return refusal.ToProblem();
        }

        var changed = Changed(queue, body, now);
        await services.Queues.SaveAsync(changed, cancellationToken);
        services.Tickets.Tell(queue.Centre);
        response.SetEntityVersion(changed.Version);
        var load = (await services.Queues.LoadsAsync(queue.Centre, queue.Code, now, cancellationToken)).Single();
        return await services.Transaction.CommitAsync(TypedResults.Ok(QueueResource.Of(changed, load, load.FreeDesks, now)), cancellationToken);
    }

    private static Refusal? Check(QueueChange body, DateTimeOffset now) => body switch
    {
        { State: not "open" and not "closed" } => ReceptionRefusals.InvalidField("state", "Use open or closed."),
        { Until: { } until } when until <= now => ReceptionRefusals.InvalidField("until", "This time is over."),
        { NoticePt.Length: > LongestNotice } or { NoticeEn.Length: > LongestNotice } => ReceptionRefusals.InvalidField("noticePt", "A notice has at most 200 characters."),
        _ => null,
    };

    /// <summary>The queues that tickets may be sent to, locked in the order of their codes so that two closings cannot wait for each other.</summary>
    private static async Task<HashSet<string>> TargetsAsync(string id, QueueChange body, Actor actor, TicketServices services, CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        var named = (body.Tickets ?? []).Select(ticket => ticket.ToQueue).Append(body.ToQueue).OfType<string>()
            .Where(code => !string.Equals(code, id, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in named)
        {
            if (await services.Queues.ShareAsync(actor.Centre, code, cancellationToken) is { } queue && QueueHours.At(queue, now).Reason is not (QueueHours.Closed or QueueHours.NotInForce))
            {
                open.Add(code);
            }
        }

        return open;
    }

    private static async Task<Refusal?> EmptyAsync(Queue queue, QueueChange body, HashSet<string> targets, TicketServices services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await services.Tickets.LockWaitingAsync(queue.Centre, queue.Code, cancellationToken);
        var outcomes = (body.Tickets ?? []).DistinctBy(outcome => outcome.TicketId).ToDictionary(outcome => outcome.TicketId);
        var decided = waiting.ConvertAll(ticket => (Ticket: ticket, Outcome: outcomes.GetValueOrDefault(ticket.TicketId) ?? new WaitingOutcome(ticket.TicketId, body.Waiting ?? "", body.ToQueue)));
        var open = decided.Where(pair => !IsOutcome(pair.Outcome, targets)).Select(pair => pair.Ticket.TicketId).ToList();
        if (open.Count > 0)
        {
            return ReceptionRefusals.QueueHasWaiting.Having(("waiting", waiting.Count), ("tickets", open));
        }

        foreach (var (ticket, outcome) in decided.Where(pair => pair.Outcome.Waiting is not ServeToEnd))
        {
            var order = outcome.Waiting is Transfer
                ? new TicketOrder(TicketCommand.Change) { ToQueue = outcome.ToQueue }
                : new TicketOrder(TicketCommand.Close) { Reason = EndReason.AppointmentLater };
            var moved = TicketRules.Decide(ticket, order, now);
            if (!moved.IsAccepted)
            {
                return moved.Refusal;
            }

            await services.Tickets.SaveAsync(ticket, moved.Event, order.Command, desk: null, Guid.CreateVersion7(now), now, cancellationToken);
        }

        return null;
    }

    private static bool IsOutcome(WaitingOutcome outcome, HashSet<string> targets) => outcome.Waiting switch
    {
        ServeToEnd or AppointmentLater => true,
        Transfer => outcome.ToQueue is { } queue && targets.Contains(queue),
        _ => false,
    };

    private static Queue Changed(Queue queue, QueueChange body, DateTimeOffset now) => body.State is "closed"
        ? queue with { ClosedAt = now, ClosedUntil = body.Until, NoticePt = body.NoticePt, NoticeEn = body.NoticeEn, Version = queue.Version + 1 }
        : queue with { ClosedAt = null, ClosedUntil = null, NoticePt = null, NoticeEn = null, Version = queue.Version + 1 };
}
