namespace Cnaim.OfficeKit.Calendar;

/// <summary>Counts working time of one centre. Works on UTC instants, so the days of clock changes count what really passes.</summary>
/// <param name="zone">The centre's time zone.</param>
/// <param name="hours">Its opening hours; several entries for one day are joined.</param>
/// <param name="municipalHoliday">Month and day of the municipal holiday, or null.</param>
internal sealed class BusinessCalendar(TimeZoneInfo zone, IReadOnlyList<OpeningHours> hours, (int Month, int Day)? municipalHoliday)
{
    /// <summary>A centre that never opens would never reach a deadline: after this many days without opening the wall clock counts.</summary>
    private const int Horizon = 370;

    /// <summary>True when the centre works on that local date.</summary>
    public bool IsWorkingDay(DateOnly date) =>
        !PortugueseHolidays.Contains(date)
        && municipalHoliday != (date.Month, date.Day)
        && hours.Any(entry => entry.Days.Contains(date.DayOfWeek));

    /// <summary>The instant when that much working time has passed.</summary>
    /// <param name="from">The start (UTC); outside opening hours the count starts at the next opening.</param>
    /// <param name="span">Working time; zero or negative gives the start.</param>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan span)
    {
        foreach (var (opens, closes) in OpenSpans(from))
        {
            if (span <= closes - opens)
            {
                return span <= TimeSpan.Zero ? from : opens + span;
            }

            span -= closes - opens;
        }

        return from + span;
    }

    /// <summary>The same local time that many working days later, moved into the opening hours of that day.</summary>
    /// <param name="from">The start (UTC); outside opening hours the count starts at the next opening.</param>
    /// <param name="days">Working days, at least 1.</param>
    public DateTimeOffset AddWorkingDays(DateTimeOffset from, int days)
    {
        var (start, _) = OpenSpans(from).FirstOrDefault((from, from));
        var local = TimeZoneInfo.ConvertTime(start, zone);
        var date = DateOnly.FromDateTime(local.DateTime);
        for (var (left, guard) = (days, Horizon); left > 0 && guard > 0; guard--)
        {
            date = date.AddDays(1);
            left -= IsWorkingDay(date) ? 1 : 0;
        }

        var wanted = Instant(date, TimeOnly.FromTimeSpan(local.TimeOfDay));
        var open = SpansOf(date);
        return open.Count == 0 ? wanted : Clamp(wanted, open[0].Opens, open[^1].Closes);
    }

    /// <summary>The working time between two instants.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset until)
    {
        var total = TimeSpan.Zero;
        foreach (var (opens, closes) in OpenSpans(from))
        {
            if (opens >= until)
            {
                break;
            }

            total += (closes < until ? closes : until) - opens;
        }

        return total;
    }

    /// <summary>When a share of the working time between two instants has passed; above 100 it goes on counting after the end.</summary>
    /// <param name="from">The start (UTC).</param>
    /// <param name="until">The deadline (UTC).</param>
    /// <param name="percent">For example 50 or 200.</param>
    public DateTimeOffset AtPercent(DateTimeOffset from, DateTimeOffset until, int percent)
    {
        var span = WorkingTimeBetween(from, until);
        return percent == 100 || span <= TimeSpan.Zero
            ? WallClock.AtPercent(from, until, percent)
            : AddWorkingTime(from, span * percent / 100);
    }

    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> OpenSpans(DateTimeOffset from)
    {
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        for (var (date, last) = (first, first.AddDays(Horizon)); date < last; date = date.AddDays(1))
        {
            foreach (var span in SpansOf(date).Where(span => span.Closes > from))
            {
                last = date.AddDays(Horizon);
                yield return span.Opens < from ? (from.ToUniversalTime(), span.Closes) : span;
            }
        }
    }

    /// <summary>The centre's local date at an instant.</summary>
    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>When the centre is open on a local date, in order; empty on holidays and days off.</summary>
    public IReadOnlyList<(DateTimeOffset Opens, DateTimeOffset Closes)> SpansOf(DateOnly date) => IsWorkingDay(date)
        ? [.. hours.Where(entry => entry.Days.Contains(date.DayOfWeek)).OrderBy(entry => entry.Opens)
            .Select(entry => (Instant(date, entry.Opens), Instant(date, entry.Closes)))]
        : [];

    /// <summary>A local time of the centre as an instant.</summary>
    public DateTimeOffset Instant(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1); // skipped by the clock change: the same moment is one hour later on the new clock
        }

        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
    }

    private static DateTimeOffset Clamp(DateTimeOffset value, DateTimeOffset low, DateTimeOffset high) =>
        value < low ? low : value > high ? high : value;
}
