using Cnaim.OfficeKit.Calendar;

namespace Cnaim.Reception.Queues;

/// <summary>Opening hours and the last ticket; pure.</summary>
internal static class QueueHours
{
    public const string NotInForce = "not-in-force";
    public const string ClosedToday = "closed-today";
    public const string Holiday = "holiday";
    public const string NotYetOpen = "not-yet-open";
    public const string LastTicketGiven = "last-ticket-given";
    public const string AfterHours = "after-hours";
    public const string Closed = "closed-by-staff";

    /// <summary>Among the days of a queue: public holidays too.</summary>
    public const int Holidays = 7;

    private const int Horizon = 30;

    /// <summary>The state of a queue at a moment.</summary>
    public static QueueOpening At(Queue queue, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(queue.Zone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var span = SpanOf(queue, day, zone);
        var reason = ReasonOf(queue, day, span, now);
        return new QueueOpening(reason is null, reason, reason is null ? null : NextOpening(queue, day, zone, now), day, span?.Closes, span?.LastTicket);
    }

    private static string? ReasonOf(Queue queue, DateOnly day, (DateTimeOffset Opens, DateTimeOffset LastTicket, DateTimeOffset Closes)? span, DateTimeOffset now) => span switch
    {
        _ when !IsInForce(queue, day) => NotInForce,
        _ when IsClosedByStaff(queue, now) => Closed,
        null => PortugueseHolidays.Contains(day) ? Holiday : ClosedToday,
        { } hours when now < hours.Opens => NotYetOpen,
        { } hours when now >= hours.Closes => AfterHours,
        { } hours when now >= hours.LastTicket => LastTicketGiven,
        _ => null,
    };

    private static DateTimeOffset? NextOpening(Queue queue, DateOnly day, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (queue.ClosedAt is not null && queue.ClosedUntil is null)
        {
            return null;
        }

        var from = queue.ClosedUntil > now ? queue.ClosedUntil.Value : now;
        for (var date = day; date < day.AddDays(Horizon); date = date.AddDays(1))
        {
            if (IsInForce(queue, date) && SpanOf(queue, date, zone) is { } span && span.LastTicket > from)
            {
                return span.Opens > from ? span.Opens : from;
            }
        }

        return null;
    }

    private static bool IsInForce(Queue queue, DateOnly day) => queue.ValidFrom <= day && (queue.ValidUntil is not { } until || day <= until);

    private static bool IsClosedByStaff(Queue queue, DateTimeOffset now) => queue.ClosedAt is not null && (queue.ClosedUntil is not { } until || now < until);

    private static (DateTimeOffset Opens, DateTimeOffset LastTicket, DateTimeOffset Closes)? SpanOf(Queue queue, DateOnly day, TimeZoneInfo zone) =>
        !queue.Days.Contains((int)day.DayOfWeek) || (PortugueseHolidays.Contains(day) && !queue.Days.Contains(Holidays))
            ? null
            : (Instant(day, queue.OpensMinute, zone), Instant(day, queue.ClosesMinute - queue.LastTicketMinutes, zone), Instant(day, queue.ClosesMinute, zone));

    // Clocks change at night, when no centre is open.
    private static DateTimeOffset Instant(DateOnly day, int minute, TimeZoneInfo zone) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified).AddMinutes(minute), zone), TimeSpan.Zero);
}
