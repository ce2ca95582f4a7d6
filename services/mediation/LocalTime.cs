namespace Cnaim.Mediation;

/// <summary>From the clock on a wall to a point in time.</summary>
internal static class LocalTime
{
    public static DateTimeOffset ToInstant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        // An hour that the clock skips in spring begins when it goes on; in the Azores that is midnight.
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone), TimeSpan.Zero);
    }
}
