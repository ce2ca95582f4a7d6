namespace Cnaim.Screening;

internal static class ClockExtensions
{
    private static readonly TimeZoneInfo Lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");

    /// <summary>Today at the counters: the default evaluation date.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Lisbon).DateTime);

    /// <summary>The first moment of a day at the counters.</summary>
    public static DateTimeOffset StartOfDay(DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(start, Lisbon.GetUtcOffset(start)).ToUniversalTime();
    }
}
