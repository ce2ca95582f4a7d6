using Cnaim.Reception.Queues;
using Cnaim.Reception.Tickets;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Desks;

/// <summary>The handlers of a desk's actions on tickets: lock the desk, check who asks, act, answer with the desk as it is now.</summary>
internal static class DeskActions
{
    /// <summary>The handler of an action that needs no body.</summary>
    public static Delegate By(string action) => (
        string id, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken) =>
        RunAsync(id, actor, ifMatch, response, services, (desk, queues, now) => action switch
        {
            "call-next" => DeskWork.CallNextAsync(desk, queues, services, now, cancellationToken),
            "undo" => DeskWork.UndoAsync(desk, services, now, cancellationToken),
            _ => DeskWork.CurrentAsync(desk, new TicketOrder(action), services, now, cancellationToken),
        }, cancellationToken);

    public static Task<Results<Ok<DeskResource>, ProblemHttpResult>> Call(
        string id, CallTicket body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken) =>
        RunAsync(id, actor, ifMatch, response, services, (desk, queues, now) => DeskWork.CallAsync(desk, queues, body, services, now, cancellationToken), cancellationToken);

    public static Task<Results<Ok<DeskResource>, ProblemHttpResult>> Unpark(
        string id, UnparkTicket body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken) =>
        RunAsync(id, actor, ifMatch, response, services, (desk, queues, now) => DeskWork.UnparkAsync(desk, queues, body, services, now, cancellationToken), cancellationToken);

    public static async Task<Results<Ok<DeskResource>, ProblemHttpResult>> Transfer(
        string id, TransferTicket body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken)
    {
        if (await CheckTargetAsync(id, body, actor, services, cancellationToken) is { } refusal)
        {
            return refusal.ToProblem();
        }

        return await RunAsync(id, actor, ifMatch, response, services, (desk, _, now) =>
            DeskWork.CurrentAsync(desk, new TicketOrder(TicketCommand.Transfer) { ToQueue = body.ToQueue, ToDesk = body.ToDesk }, services, now, cancellationToken), cancellationToken);
    }

    private static async Task<Refusal?> CheckTargetAsync(string id, TransferTicket body, Actor actor, DeskServices services, CancellationToken cancellationToken)
    {
        if (body.ToQueue is null == body.ToDesk is null)
        {
            return ReceptionRefusals.InvalidField("toQueue", "Name a queue or a desk, and not both.");
        }

        if (body.ToDesk is { } desk)
        {
            return string.Equals(desk, id, StringComparison.Ordinal) || await services.Desks.FindAsync(actor.Centre, desk, cancellationToken) is null
                ? ReceptionRefusals.InvalidField("toDesk", "This centre has no such other desk.")
                : null;
        }

        // The queue before desk and ticket, as everywhere: so that nobody closes it in between.
        if (await services.Queues.ShareAsync(actor.Centre, body.ToQueue!, cancellationToken) is not { } queue)
        {
            return ReceptionRefusals.InvalidField("toQueue", "This centre has no such queue.");
        }

        var opening = QueueHours.At(queue, services.Clock.GetUtcNow());
        return opening.Reason is QueueHours.Closed or QueueHours.NotInForce ? IssueTicket.Unavailable(opening.Reason, opening.NextOpening) : null;
    }

    private static async Task<Results<Ok<DeskResource>, ProblemHttpResult>> RunAsync(
        string id,
        Actor actor,
        IfMatch ifMatch,
        HttpResponse response,
        DeskServices services,
        Func<Desk, string[], DateTimeOffset, Task<Refusal?>> work,
        CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        if (await services.Desks.LockAsync(actor.Centre, id, cancellationToken) is not { } desk)
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        var queues = await DeskReader.ServedAsync(desk, actor, services, cancellationToken);
        if ((DeskRules.Act(desk, actor.Subject) ?? ifMatch.CheckOptional(desk.Version) ?? await work(desk, queues, now)) is { } refusal)
        {
            return refusal.ToProblem();
        }

        response.SetEntityVersion(desk.Version);
        var view = await DeskReader.ViewAsync(desk, queues, services, now, cancellationToken);
        return await services.Transaction.CommitAsync(TypedResults.Ok(view), cancellationToken);
    }
}
