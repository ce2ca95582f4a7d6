using Cnaim.Mediation.Demand;
using Cnaim.Mediation.Matching;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Mediation.Bookings;

/// <summary>Books the mediator who is named, or the first in rank; with nobody free the booking waits as requested.</summary>
internal static class BookMediator
{
    public static async Task<Results<CreatedAtRoute<BookingView>, ProblemHttpResult>> Handle(
        NewBooking input, Actor actor, HttpResponse response, [AsParameters] BookingServices services, CancellationToken cancellationToken)
    {
        var (wish, reference) = (WishOf(input, actor, services), BookingReference.Read(input));
        if ((wish.Refusal ?? reference.Refusal) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var decision = await HoldAsync(input, wish.Event!, services, cancellationToken);
        if (decision.Refusal is { } nobody)
        {
            return nobody.ToProblem();
        }

        var booking = New(wish.Event!, reference.Event!, decision.Held, actor, services.Clock.GetUtcNow());
        if (await HoldMediator.WriteAsync(() => services.Bookings.InsertAsync(booking, cancellationToken)) is { } taken)
        {
            return taken.ToProblem();
        }

        if (decision.Held is null)
        {
            services.Demand.Count(booking.Language, booking.Centre, DemandStore.NobodyFree);
        }

        services.Audit("created", booking, actor);
        response.SetEntityVersion(booking.Version);
        return await services.Transaction.CommitAsync(TypedResults.CreatedAtRoute(BookingView.Of(booking), "Bookings_Get", new { id = booking.BookingId }), cancellationToken);
    }

    private static Decision<Wish> WishOf(NewBooking input, Actor actor, BookingServices services)
    {
        var now = services.Clock.GetUtcNow();
        var from = (input.From ?? now).ToUniversalTime();
        var search = input.ToSearch() with { At = from };
        // Read it once as a search of the usual length, then with its own end.
        var read = WishRules.Read(search, actor.Centre, services.Languages, now);
        return read.IsAccepted && input.To is { } to ? WishRules.Until(read.Event, to.ToUniversalTime()) : read;
    }

    private static async Task<(HeldMediator? Held, Refusal? Refusal)> HoldAsync(NewBooking input, Wish wish, BookingServices services, CancellationToken cancellationToken)
    {
        await services.Bookings.TakeTurnAsync(cancellationToken);
        if (input.MediatorId is not { } named)
        {
            return (await services.Hold.NextAsync(wish, cancellationToken), null);
        }

        var decision = await services.Hold.NamedAsync(named, wish, cancellationToken);
        return (decision.Event, decision.Refusal);
    }

    private static Booking New(Wish wish, BookingReference reference, HeldMediator? held, Actor actor, DateTimeOffset now) => new()
    {
        BookingId = Guid.CreateVersion7(now),
        Office = actor.Office,
        Centre = actor.Centre,
        RequestedBy = actor.Subject,
        State = held is null ? BookingState.Requested : BookingState.Matched,
        Language = wish.Language,
        Mode = wish.Mode,
        StartsAt = wish.When.From,
        EndsAt = wish.When.Until,
        Gender = wish.Gender,
        MinimumLevel = wish.MinimumLevel,
        MediatorId = held?.MediatorId,
        MediatorNo = held?.MediatorNo,
        MediatorName = held?.DisplayName,
        MediatorCentre = held?.Centre,
        ExcludedMediators = [.. wish.ExcludedMediators],
        ExcludedAssociations = [.. wish.ExcludedAssociations],
        ReferenceKind = reference.Kind,
        Reference = reference.Value,
    };
}
