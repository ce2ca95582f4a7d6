using Cnaim.OfficeKit.Calendar;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Which times are free: the centre is open, somebody gives appointments, and nobody has that one; pure.</summary>
internal static class FreeSlots
{
    private static readonly TimeOnly UsualOpening = new(9, 0);
    private static readonly TimeOnly UsualClosing = new(17, 0);

    /// <summary>The free times, earliest first; found day by day, so take only as many as are needed.</summary>
    public static IEnumerable<Slot> Find(BusinessCalendar centre, IReadOnlyList<StaffCalendar> calendars, IEnumerable<BusyTime> busy, SlotQuery query)
    {
        var taken = busy.Concat(calendars.SelectMany(calendar => calendar.Absences)).ToLookup(time => time.Holder, StringComparer.Ordinal);
        var last = centre.DateOf(query.Until);
        for (var date = centre.DateOf(query.From); date <= last; date = date.AddDays(1))
        {
            var spans = centre.SpansOf(date);
            var ofDay = calendars.Where(calendar => calendar.IsOn(date))
                .SelectMany(calendar => OfDay(centre, calendar, date, spans, query.Length))
                .Where(slot => slot.Start >= query.From && slot.End <= query.Until && !taken[slot.Calendar.Holder].Any(time => time.StartsAt < slot.End && slot.Start < time.EndsAt))
                .OrderBy(slot => slot.Start)
                .ThenBy(slot => slot.Calendar.Holder, StringComparer.Ordinal);
            foreach (var slot in ofDay)
            {
                yield return slot;
            }
        }
    }

    // Times lie on the calendar's own grid, whatever the centre's hours cut off it.
    private static IEnumerable<Slot> OfDay(
        BusinessCalendar centre, StaffCalendar calendar, DateOnly date, IReadOnlyList<(DateTimeOffset Opens, DateTimeOffset Closes)> spans, TimeSpan? length)
    {
        var (step, closes) = (TimeSpan.FromMinutes(calendar.SlotMinutes), centre.Instant(date, TimeOnly.FromTimeSpan(calendar.Closes)));
        for (var start = centre.Instant(date, TimeOnly.FromTimeSpan(calendar.Opens)); start + (length ?? step) <= closes; start += step)
        {
            var end = start + (length ?? step);
            if (spans.Any(span => start >= span.Opens && end <= span.Closes))
            {
                yield return new Slot(calendar, start, end, IsExtended(centre, date, start, end));
            }
        }
    }

    private static bool IsExtended(BusinessCalendar centre, DateOnly date, DateTimeOffset start, DateTimeOffset end) =>
        date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || start < centre.Instant(date, UsualOpening) || end > centre.Instant(date, UsualClosing);
}
