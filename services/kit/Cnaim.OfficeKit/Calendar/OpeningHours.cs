namespace Cnaim.OfficeKit.Calendar;

/// <summary>When a centre is open on some days of the week, in its local time.</summary>
/// <param name="Days">The days.</param>
/// <param name="Opens">First minute.</param>
/// <param name="Closes">End; later than <paramref name="Opens"/>.</param>
internal sealed record OpeningHours(IReadOnlyList<DayOfWeek> Days, TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>Where the data has none: Monday to Friday, 09:00-17:00 (domain.md section 4); shown as assumed.</summary>
    public static OpeningHours Assumed { get; } = new(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(9, 0),
        new TimeOnly(17, 0));
}
