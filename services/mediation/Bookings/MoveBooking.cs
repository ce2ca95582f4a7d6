using Cnaim.Mediation.Demand;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Mediation.Bookings;

/// <summary>Moves a booking, at the counter or by its mediator.</summary>
internal static class MoveBooking
{
    /// <summary>The handler of one action at the counter.</summary>
    public static Delegate AtCounter(string action) => async Task<Results<Ok<BookingView>, ProblemHttpResult>> (
        Guid id, BookingMove? body, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] BookingServices services, CancellationToken cancellationToken) =>
    {
        await TakeTurnAsync(action, services, cancellationToken);
        var booking = await services.Bookings.LockAsync(id, actor, cancellationToken);
        var decision = await MoveAsync(booking, action, body ?? new BookingMove(), actor, ifMatch, response, services, cancellationToken);
        return decision.IsAccepted
            ? await services.Transaction.CommitAsync(TypedResults.Ok(BookingView.Of(decision.Event)), cancellationToken)
            : decision.Refusal.ToProblem();
    };

    /// <summary>The handler of one action of the mediator. Whoever declines sees the booking as it was left.</summary>
    public static Delegate ByMediator(string action) => async Task<Results<Ok<OwnBookingView>, ProblemHttpResult>> (
        Guid id, Actor actor, IfMatch ifMatch, HttpResponse response, [AsParameters] BookingServices services, CancellationToken cancellationToken) =>
    {
        await TakeTurnAsync(action, services, cancellationToken);
        var booking = await services.Bookings.LockOwnAsync(id, actor.Subject, cancellationToken);
        var decision = await MoveAsync(booking, action, new BookingMove(), actor, ifMatch, response, services, cancellationToken);
        return decision.IsAccepted
            ? await services.Transaction.CommitAsync(TypedResults.Ok(OwnBookingView.Of(decision.Event)), cancellationToken)
            : decision.Refusal.ToProblem();
    };

    private static async Task<Decision<Booking>> MoveAsync(
        Booking? booking, string action, BookingMove body, Actor actor, IfMatch ifMatch, HttpResponse response, BookingServices services, CancellationToken cancellationToken)
    {
        if (booking is null)
        {
            return CommonRefusals.NotFound;
        }

        var held = await NextAsync(booking, action, body, services, cancellationToken);
        if (held.Refusal is { } refusal)
        {
            return refusal;
        }

        var decision = BookingRules.Move(booking, action, held.Mediator, body.Reason, services.Clock.GetUtcNow());
        if (!decision.IsAccepted)
        {
            return decision;
        }

        return ifMatch.CheckOptional(booking.Version) is { } stale
            ? stale
            : await SaveAsync(decision.Event, action, actor, response, services, cancellationToken);
    }

    private static async Task<Decision<Booking>> SaveAsync(
        Booking moved, string action, Actor actor, HttpResponse response, BookingServices services, CancellationToken cancellationToken)
    {
        if (await HoldMediator.WriteAsync(() => services.Bookings.SaveAsync(moved, cancellationToken)) is { } taken)
        {
            return taken;
        }

        if (moved.State is BookingState.Requested)
        {
            services.Demand.Count(moved.Language, moved.Centre, DemandStore.NobodyFree);
        }

        services.Audit(action, moved, actor);
        response.SetEntityVersion(moved.Version);
        return moved;
    }

    private static Task TakeTurnAsync(string action, BookingServices services, CancellationToken cancellationToken) =>
        Holds(action) ? services.Bookings.TakeTurnAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Who is held next; looked for only where the state allows the move.</summary>
    private static async Task<(HeldMediator? Mediator, Refusal? Refusal)> NextAsync(
        Booking booking, string action, BookingMove body, BookingServices services, CancellationToken cancellationToken)
    {
        if (!Holds(action) || !BookingRules.AllowedMoves(booking.State).Contains(action, StringComparer.Ordinal))
        {
            return (null, null);
        }

        if (action is BookingAction.Match && body.MediatorId is { } named)
        {
            var decision = await services.Hold.NamedAsync(named, booking.ToWish(), cancellationToken);
            return (decision.Event, decision.Refusal);
        }

        return (await services.Hold.NextAsync(booking.ToWish(), cancellationToken), null);
    }

    private static bool Holds(string action) => action is BookingAction.Match or BookingAction.Decline;
}
