using Cnaim.Messaging;
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
        RunAsync(id, actor, ifMatch, response, services, async (desk, queues, now) =>
        {
            var refusal = await DeskWork.CallAsync(desk, queues, body, services, now, cancellationToken);
            if (refusal is null)
            {
                services.Transaction.Audit(OutOfTurn(id, body, actor));
            }

            return refusal;
        }, cancellationToken);

    public static Task<Results<Ok<DeskResource>, ProblemHttpResult>> Unpark(
        string id, UnparkTicket body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken) =>
        RunAsync(id, actor, ifMatch, response, services, (desk, queues, now) => DeskWork.UnparkAsync(desk, queues, body, services, now, cancellationToken), cancellationToken);

    public static async Task<Results<Ok<DeskResource>, ProblemHttpResult>> Transfer(
        string id, TransferTicket body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken)
    {
        var target = await TargetAsync(id, body, actor, services, cancellationToken);
        return target.IsAccepted
            ? await RunAsync(id, actor, ifMatch, response, services, (desk, _, now) => DeskWork.CurrentAsync(desk, target.Event, services, now, cancellationToken), cancellationToken)
            : target.Refusal.ToProblem();
    }

    // Somebody waited longer for it: the sealed trail says who decided so and why, by a code of the list.
    private static AuditEntry OutOfTurn(string desk, CallTicket body, Actor actor) => new()
    {
        Action = "ticket.called-out-of-turn",
        RecordKind = "ticket",
        RecordId = body.TicketId.ToString(),
        Actor = actor,
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["desk"] = desk, ["reason"] = body.Reason },
    };

    private static async Task<Decision<TicketOrder>> TargetAsync(string id, TransferTicket body, Actor actor, DeskServices services, CancellationToken cancellationToken)
    {
        if (!body.NamesOne)
        {
            return ReceptionRefusals.InvalidField("toQueue", "Name a queue, a desk or a colleague, and only one of them.");
        }

        if (body.ToQueue is not { } code)
        {
            var desk = body.ToDesk is { } number ? await services.Desks.FindAsync(actor.Centre, number, cancellationToken) : await services.Desks.FindHeldAsync(actor.Centre, body.ToPerson!, cancellationToken);
            return desk is not null && !string.Equals(desk.Code, id, StringComparison.Ordinal)
                ? new TicketOrder(TicketCommand.Transfer) { ToDesk = desk.Code }
                : body.ToDesk is null
                    ? ReceptionRefusals.InvalidField("toPerson", "Nobody of that name sits at another desk of this centre now.")
                    : ReceptionRefusals.InvalidField("toDesk", "This centre has no such other desk.");
        }

        // The queue before desk and ticket, as everywhere: so that nobody closes it in between.
        if (await services.Queues.ShareAsync(actor.Centre, code, cancellationToken) is not { } queue)
        {
            return ReceptionRefusals.InvalidField("toQueue", "This centre has no such queue.");
        }

        var opening = QueueHours.At(queue, services.Clock.GetUtcNow());
        return opening.Reason is QueueHours.Closed or QueueHours.NotInForce
            ? IssueTicket.Unavailable(opening.Reason, opening.NextOpening)
            : new TicketOrder(TicketCommand.Transfer) { ToQueue = code };
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
