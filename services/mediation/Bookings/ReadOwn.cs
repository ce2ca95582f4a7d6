using Cnaim.Mediation.Matching;
using Cnaim.Mediation.Mediators;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Mediation.Bookings;

/// <summary>What a mediator sees: the own profile, rota and bookings.</summary>
internal static class ReadOwn
{
    private const int Days = 14;

    public static async Task<Results<Ok<MediatorView>, ProblemHttpResult>> Profile(Actor actor, [AsParameters] MediatorServices services, CancellationToken cancellationToken) =>
        await services.Mediators.OfSubjectAsync(actor.Subject, cancellationToken) is { } mediator
            ? TypedResults.Ok(services.View(mediator))
            : CommonRefusals.NotFound.ToProblem();

    public static async Task<Results<Ok<OwnRota>, ProblemHttpResult>> Rota(
        DateOnly? from, Actor actor, BookingStore bookings, [AsParameters] MediatorServices services, CancellationToken cancellationToken)
    {
        if (await services.Mediators.OfSubjectAsync(actor.Subject, cancellationToken) is not { } mediator)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        var zone = services.Zones.Of(mediator.Centre);
        var first = from ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(services.Clock.GetUtcNow(), zone).DateTime);
        if (first.DayNumber > DateOnly.MaxValue.DayNumber - (2 * Days) || first.Year < 2000)
        {
            return MediationRefusals.UnknownPeriod.ToProblem();
        }

        var hours = Availability.Hours(mediator.Rota, first, Days, zone);
        var period = new TimeSlot(LocalTime.ToInstant(first, TimeOnly.MinValue, zone), LocalTime.ToInstant(first.AddDays(Days), TimeOnly.MinValue, zone));
        var busy = await bookings.BusyAsync([mediator.MediatorId], period.From, period.Until, cancellationToken);
        return TypedResults.Ok(new OwnRota(first, Days, hours, TimeSlot.Subtract(hours, busy[mediator.MediatorId])));
    }

    public static async Task<Results<Ok<OwnBookingList>, ProblemHttpResult>> Bookings(
        DateTimeOffset? from, DateTimeOffset? to, Actor actor, MediatorStore mediators, [AsParameters] BookingServices services, CancellationToken cancellationToken)
    {
        if (await mediators.OfSubjectAsync(actor.Subject, cancellationToken) is not { } mediator)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        return ReadBookings.Period(from, to, services.Clock.GetUtcNow()) is { } period
            ? TypedResults.Ok(new OwnBookingList([.. (await services.Bookings.OfMediatorAsync(mediator.MediatorId, period, cancellationToken)).Select(OwnBookingView.Of)]))
            : MediationRefusals.UnknownPeriod.ToProblem();
    }
}

/// <summary>The hours of the rota in some days, and what of them is not booked.</summary>
internal sealed record OwnRota(DateOnly From, int Days, IReadOnlyList<TimeSlot> Hours, IReadOnlyList<TimeSlot> Free);

/// <summary>The mediator's bookings, the earliest first, at most 500.</summary>
internal sealed record OwnBookingList(IReadOnlyList<OwnBookingView> Items);
