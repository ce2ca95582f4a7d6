using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Desks;

/// <summary>Sitting down at a desk and leaving it, and a coordinator's changes.</summary>
internal static class HoldDesk
{
    public static Task<Results<Ok<DeskResource>, ProblemHttpResult>> Open(
        string id, OpenDesk? body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, ifMatch.CheckOptional, response, services, async (desk, now) =>
            await LeaveOtherAsync(desk, actor, body?.TakeOver is true, services, now, cancellationToken) is { } refusal
                ? refusal
                : DeskRules.Open(desk, actor.Subject, actor.Office, body?.TakeOver is true, now), cancellationToken);

    public static Task<Results<Ok<DeskResource>, ProblemHttpResult>> Pause(
        string id, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, ifMatch.CheckOptional, response, services, (desk, now) => Task.FromResult(DeskRules.Pause(desk, actor.Subject, now)), cancellationToken);

    public static Task<Results<Ok<DeskResource>, ProblemHttpResult>> Close(
        string id, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, ifMatch.CheckOptional, response, services, (desk, now) => CloseAsync(desk, actor.Subject, services, now, cancellationToken), cancellationToken);

    /// <summary>The coordinator moves a desk's queues, or closes what somebody left.</summary>
    public static async Task<Results<Ok<DeskResource>, ProblemHttpResult>> Change(
        string id, DeskChange body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] DeskServices services, CancellationToken cancellationToken)
    {
        var known = await services.Queues.ListAsync(actor.Centre, cancellationToken);
        if (body.Queues is { } queues && (queues.Length == 0 || !queues.All(code => known.Exists(queue => string.Equals(queue.Code, code, StringComparison.Ordinal)))))
        {
            return ReceptionRefusals.InvalidField("queues", "Name at least one queue of this centre, and no other.").ToProblem();
        }

        return await ChangeAsync(id, actor, ifMatch.CheckRequired, response, services, async (desk, now) =>
        {
            var moved = body.Queues is null ? desk : desk with { Queues = [.. body.Queues.Distinct(StringComparer.Ordinal)] };
            return body.Close && desk.HeldBy is { } holder ? await CloseAsync(moved, holder, services, now, cancellationToken) : moved with { Version = desk.Version + 1 };
        }, cancellationToken);
    }

    private static async Task<Results<Ok<DeskResource>, ProblemHttpResult>> ChangeAsync(
        string id,
        Actor actor,
        Func<long, Refusal?> checkVersion,
        HttpResponse response,
        DeskServices services,
        Func<Desk, DateTimeOffset, Task<Decision<Desk>>> decide,
        CancellationToken cancellationToken)
    {
        var now = services.Clock.GetUtcNow();
        if (await services.Desks.LockAsync(actor.Centre, id, cancellationToken) is not { } desk)
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        if ((await DeskReader.ServedAsync(desk, actor, services, cancellationToken)).Length == 0)
        {
            return ReceptionRefusals.DeskOfOthers.ToProblem();
        }

        var decision = await decide(desk, now);
        if ((decision.Refusal ?? checkVersion(desk.Version)) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var changed = decision.Event!;
        await services.Desks.SaveAsync(changed, cancellationToken);
        response.SetEntityVersion(changed.Version);
        var queues = await DeskReader.ServedAsync(changed, actor, services, cancellationToken);
        return await services.Transaction.CommitAsync(TypedResults.Ok(await DeskReader.ViewAsync(changed, queues, services, now, cancellationToken)), cancellationToken);
    }

    /// <summary>Who holds one desk leaves it before the next, and only when asked to.</summary>
    private static async Task<Refusal?> LeaveOtherAsync(Desk desk, Actor actor, bool takeOver, DeskServices services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await services.Desks.LockOtherAsync(actor.Centre, actor.Subject, desk.Code, cancellationToken) is not { } other)
        {
            return null;
        }

        if (!takeOver)
        {
            return ReceptionRefusals.DeskElsewhere.Having(("desk", other.Code));
        }

        var closed = await CloseAsync(other, actor.Subject, services, now, cancellationToken);
        if (closed.IsAccepted)
        {
            await services.Desks.SaveAsync(closed.Event, cancellationToken);
        }

        return closed.Refusal;
    }

    /// <summary>Tickets that only this desk may call go back to their queues.</summary>
    private static async Task<Decision<Desk>> CloseAsync(Desk desk, string subject, DeskServices services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = await services.Tickets.LockCurrentAsync(desk.Centre, desk.Code, cancellationToken);
        var decision = DeskRules.Close(desk, subject, current is not null, now);
        if (decision.IsAccepted)
        {
            foreach (var ticket in await services.Tickets.LockTargetedAsync(desk.Centre, desk.Code, cancellationToken))
            {
                await services.Tickets.SaveAsync(ticket with { TargetDesk = null, Version = ticket.Version + 1 }, now, cancellationToken);
            }
        }

        return decision;
    }
}
