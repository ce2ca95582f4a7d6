using Cnaim.Messaging;
using Cnaim.Reception.Tickets;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Reception.Childrens;

internal static class ChildrensEndpoints
{
    /// <summary>What boards get for a desk.</summary>
    private const string Place = "childrens-room";

    private const int Most = 10;

    public static RouteGroupBuilder MapChildrensRoom(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Children's room").RequireRight(Right.TicketsIssue);
        group.MapGet("", Get).WithName("ChildrensRoom_Get").WithSummary("Who is there by the adult's ticket, and free places");
        group.MapPost("/visits", CheckIn).WithName("ChildrensRoom_CheckIn").WithSummary("Take children in, or on the wait list; the code is shown once").RequireIdempotencyKey();
        group.MapPost("/visits/{id:guid}/admit", Admit).WithName("ChildrensRoom_Admit").WithSummary("Take children from the wait list").AcceptIdempotencyKey();
        group.MapPost("/visits/{id:guid}/call-adult", CallAdult).WithName("ChildrensRoom_CallAdult").WithSummary("Call the adult's number to the room on the boards").AcceptIdempotencyKey();
        group.MapPost("/visits/{id:guid}/check-out", CheckOut).WithName("ChildrensRoom_CheckOut").WithSummary("Hand children back for the code");
        group.MapPost("/visits/{id:guid}/release", Release).WithName("ChildrensRoom_Release").WithSummary("Hand children back without the code").RequireRight(Right.QueuesManage).AcceptIdempotencyKey();
        return group;
    }

    private static async Task<Ok<ChildrensRoom>> Get(Actor actor, ChildrensStore room, CancellationToken cancellationToken)
    {
        var (capacity, here) = await room.ReadAsync(actor.Centre, cancellationToken);
        var present = here.Where(visit => visit.State is ChildrensVisit.Present).Sum(visit => visit.Children);
        return TypedResults.Ok(new ChildrensRoom(capacity, Math.Max(0, capacity - present), here.Exists(visit => visit.AlertedAt is not null), [.. here.Select(ChildrensVisitResource.Of)]));
    }

    private static async Task<Results<Created<CheckedIn>, ProblemHttpResult>> CheckIn(
        NewChildrensVisit body, Actor actor, ChildrensStore room, TicketStore tickets, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.Children is < 1 or > Most)
        {
            return ReceptionRefusals.InvalidField("children", "1 to 10 children.").ToProblem();
        }

        if (await tickets.FindAsync(actor.Centre, body.TicketId, cancellationToken) is not { State: not TicketState.Done } ticket)
        {
            return ReceptionRefusals.InvalidField("ticketId", "There is no such ticket in use.").ToProblem();
        }

        if (await room.LockFreeAsync(actor.Centre, cancellationToken) is not { } free)
        {
            return ReceptionRefusals.RoomFull.ToProblem();
        }

        var (id, code) = (Guid.CreateVersion7(), PickUpCode.New());
        var arrived = new ChildrensVisit
        {
            VisitId = id,
            Centre = actor.Centre,
            TicketId = ticket.TicketId,
            Children = body.Children,
            CodeHash = PickUpCode.Hash(code, id),
        };
        var visit = ChildrensRules.Arrive(arrived, free, clock.GetUtcNow()) with { Letter = ticket.Letter, Number = ticket.Number };
        return await room.InsertAsync(visit, cancellationToken)
            ? await transaction.CommitAsync(TypedResults.Created((string?)null, new CheckedIn(ChildrensVisitResource.Of(visit), code)), cancellationToken)
            : ReceptionRefusals.AlreadyInRoom.ToProblem();
    }

    private static async Task<Results<Ok<ChildrensVisitResource>, ProblemHttpResult>> Admit(
        Guid id, Actor actor, ChildrensStore room, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        // The room before the visit, as on arrival.
        var free = await room.LockFreeAsync(actor.Centre, cancellationToken) ?? 0;
        var visit = await room.LockAsync(actor.Centre, id, cancellationToken);
        return await SaveAsync(visit is null ? ReceptionRefusals.NotFound : ChildrensRules.Admit(visit, free, clock.GetUtcNow()), room, transaction, cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CallAdult(
        Guid id, Actor actor, ChildrensStore room, TicketStore tickets, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await room.LockAsync(actor.Centre, id, cancellationToken) is not { State: not ChildrensVisit.Left } visit
            || await tickets.FindAsync(actor.Centre, visit.TicketId, cancellationToken) is not { } ticket)
        {
            return ReceptionRefusals.NotFound.ToProblem();
        }

        await tickets.CallToAsync(ticket, Place, clock.GetUtcNow(), cancellationToken);
        return await transaction.CommitAsync(TypedResults.NoContent(), cancellationToken);
    }

    private static async Task<Results<Ok<ChildrensVisitResource>, ProblemHttpResult>> CheckOut(
        Guid id, PickUp body, Actor actor, ChildrensStore room, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        var visit = await room.LockAsync(actor.Centre, id, cancellationToken);
        var decision = visit is null ? ReceptionRefusals.NotFound : ChildrensRules.CheckOut(visit, PickUpCode.Matches(body.Code, visit), clock.GetUtcNow());
        var answer = await SaveAsync(decision, room, transaction, cancellationToken);
        return decision.Event is { State: not ChildrensVisit.Left } still
            ? ReceptionRefusals.WrongCode.Having(("triesLeft", ChildrensRules.Tries - still.WrongCodes)).ToProblem()
            : answer;
    }

    private static async Task<Results<Ok<ChildrensVisitResource>, ProblemHttpResult>> Release(
        Guid id, Actor actor, ChildrensStore room, OfficeTransaction transaction, TimeProvider clock, CancellationToken cancellationToken)
    {
        var visit = await room.LockAsync(actor.Centre, id, cancellationToken);
        transaction.Audit(new AuditEntry { Action = "childrens-room.released", RecordKind = "childrens-visit", RecordId = id.ToString(), Actor = actor });
        return await SaveAsync(visit is null ? ReceptionRefusals.NotFound : ChildrensRules.Release(visit, clock.GetUtcNow()), room, transaction, cancellationToken);
    }

    private static async Task<Results<Ok<ChildrensVisitResource>, ProblemHttpResult>> SaveAsync(
        Decision<ChildrensVisit> decision, ChildrensStore room, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        if (!decision.IsAccepted)
        {
            return decision.Refusal.ToProblem();
        }

        await room.SaveAsync(decision.Event, cancellationToken);
        return await transaction.CommitAsync(TypedResults.Ok(ChildrensVisitResource.Of(decision.Event)), cancellationToken);
    }
}
