namespace Cnaim.OfficeKit.Calendar;

/// <summary>The national holidays of article 234 of the labour code (Lei 7/2009), computed for any year.</summary>
public static class PortugueseHolidays
{
    private static readonly (int Month, int Day)[] Fixed =
        [(1, 1), (4, 25), (5, 1), (6, 10), (8, 15), (10, 5), (11, 1), (12, 1), (12, 8), (12, 25)];

    /// <summary>True on a national holiday: the fixed ones, Good Friday, Easter and Corpus Christi.</summary>
    /// <param name="date">A local date.</param>
    public static bool Contains(DateOnly date)
    {
        if (Array.IndexOf(Fixed, (date.Month, date.Day)) >= 0)
        {
            return true;
        }

        var days = date.DayNumber - Easter(date.Year).DayNumber;
        return days is -2 or 0 or 60;
    }

    /// <summary>Easter Sunday of the Gregorian calendar (anonymous algorithm, Nature 1876).</summary>
    /// <param name="year">1583 or later.</param>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var corrected = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - corrected + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
