namespace Cnaim.OfficeKit.Calendar;

/// <summary>Counts time that passes at night and on holidays too: the clock of emergencies.</summary>
internal static class WallClock
{
    /// <summary>When a share of the time between two instants has passed.</summary>
    public static DateTimeOffset AtPercent(DateTimeOffset from, DateTimeOffset until, int percent) => from + ((until - from) * percent / 100);
}
