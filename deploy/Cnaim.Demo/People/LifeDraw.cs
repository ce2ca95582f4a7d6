using System.Globalization;

namespace Cnaim.Demo.People;

/// <summary>Dates of a life, as exactly as people know them: often only the year or the month.</summary>
internal sealed class LifeDraw(Draw draw, DateOnly today)
{
    public string Approximate(DateOnly date) => draw.Weighted(("day", 5), ("month", 3), ("year", 2)) switch
    {
        "day" => Exact(date),
        "month" => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => date.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    public static string Exact(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly Birth(int age) => today.AddYears(-age).AddDays(-draw.Between(1, 364));

    /// <summary>Arrivals are recent more often than not.</summary>
    public DateOnly Arrival(int age) => today.AddDays(-draw.Between(5, Math.Max(30, Math.Min(age * 365, draw.Chance(0.6) ? 1500 : 6000))));

    public DateOnly LegalSince(DateOnly arrival) => Min(arrival.AddDays(draw.Between(30, 900)), today.AddDays(-1));

    public DateOnly Expiry(string status) => today.AddDays(status is "expired-permit" or "pending-renewal" ? -draw.Between(1, 700) : draw.Between(5, 900));

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;
}
