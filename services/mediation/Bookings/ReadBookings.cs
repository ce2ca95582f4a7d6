using Cnaim.Mediation.Matching;
using Cnaim.Mediation.Mediators;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Mediation.Bookings;

/// <summary>The bookings of a counter: what the caller's office asked for at the caller's centre.</summary>
internal static class ReadBookings
{
    private const int PageSize = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(100);

    public static async Task<Results<Ok<Page<BookingView>>, ProblemHttpResult>> List(
        DateTimeOffset? from, DateTimeOffset? to, Guid? after, Actor actor, [AsParameters] BookingServices services, CancellationToken cancellationToken)
    {
        if (Period(from, to, services.Clock.GetUtcNow()) is not { } period)
        {
            return MediationRefusals.UnknownPeriod.ToProblem();
        }

        var rows = await services.Bookings.ListAsync(period, after, PageSize + 1, actor, cancellationToken);
        services.Transaction.Audit(new AuditEntry
        {
            Action = "booking.listed",
            RecordKind = "centre",
            RecordId = actor.Centre,
            Actor = actor,
            Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["count"] = Math.Min(rows.Count, PageSize).ToString(System.Globalization.CultureInfo.InvariantCulture) },
        });
        return await services.Transaction.CommitAsync(TypedResults.Ok(Page<BookingView>.Cut(rows, PageSize, BookingView.Of, booking => booking.BookingId)), cancellationToken);
    }

    public static async Task<Results<Ok<BookingView>, ProblemHttpResult>> Get(
        Guid id, Actor actor, HttpResponse response, [AsParameters] BookingServices services, CancellationToken cancellationToken)
    {
        if (await services.Bookings.FindAsync(id, actor, cancellationToken) is not { } booking)
        {
            return CommonRefusals.NotFound.ToProblem();
        }

        services.Audit("read", booking, actor);
        response.SetEntityVersion(booking.Version);
        return await services.Transaction.CommitAsync(TypedResults.Ok(BookingView.Of(booking)), cancellationToken);
    }

    /// <summary>From a day ago to a week ahead, unless something else is said; null for what is no period.</summary>
    public static TimeSlot? Period(DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset now)
    {
        var start = (from ?? now.AddDays(-1)).ToUniversalTime();
        if (start.Year is < 2000 or > 9000)
        {
            return null;
        }

        var period = new TimeSlot(start, (to ?? start.AddDays(8)).ToUniversalTime());
        return period.From < period.Until && period.Until - period.From <= Longest ? period : null;
    }
}
