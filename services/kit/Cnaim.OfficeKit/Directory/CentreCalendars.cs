using System.Globalization;
using Cnaim.OfficeKit.Calendar;

namespace Cnaim.OfficeKit.Directory;

/// <summary>Makes a centre's business calendar from the directory's data, with the assumed hours where it has none.</summary>
internal static class CentreCalendars
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The calendar of a centre that the directory does not know.</summary>
    public static BusinessCalendar Assumed { get; } = new(Zone(null), [OpeningHours.Assumed], municipalHoliday: null);

    /// <summary>The calendar of a centre.</summary>
    public static BusinessCalendar Of(CentreEntry centre)
    {
        List<OpeningHours> hours = [.. (centre.OpeningHours ?? []).Select(Hours).OfType<OpeningHours>()];
        return new BusinessCalendar(Zone(centre.TimeZone), hours.Count == 0 ? [OpeningHours.Assumed] : hours, Holiday(centre.MunicipalHoliday));
    }

    private static OpeningHours? Hours(OpeningEntry entry)
    {
        DayOfWeek[] days = [.. (entry.Days ?? []).Select(day => Array.IndexOf(Days, day)).Where(index => index >= 0).Select(index => (DayOfWeek)index)];
        return days.Length > 0 && entry.Opens is { } opens && entry.Closes is { } closes && opens < closes ? new OpeningHours(days, opens, closes) : null;
    }

    private static TimeZoneInfo Zone(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");

    private static (int Month, int Day)? Holiday(string? text) =>
        DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? (date.Month, date.Day) : null;
}
