using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Cnaim.Screening.Rules;

/// <summary>A date known to the day, the month or the year: the interval from its first to its last day.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct ApproximateDate(DateOnly First, DateOnly Last)
{
    public static bool TryParse(string text, out ApproximateDate date)
    {
        date = default;
        var match = Form().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var year = Part(match, "y");
        var (month, day) = (Part(match, "m"), Part(match, "d"));
        if (year is 0 || month > 12 || (match.Groups["m"].Success && month is 0))
        {
            return false;
        }

        if (match.Groups["d"].Success)
        {
            if (day is 0 || day > DateTime.DaysInMonth(year, month))
            {
                return false;
            }

            date = new ApproximateDate(new DateOnly(year, month, day), new DateOnly(year, month, day));
            return true;
        }

        date = month is 0
            ? new ApproximateDate(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
            : new ApproximateDate(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));
        return true;
    }

    public Truth Before(DateOnly bound) => Last < bound ? Truth.True : First >= bound ? Truth.False : Truth.Unknown;

    public Truth After(DateOnly bound) => First > bound ? Truth.True : Last <= bound ? Truth.False : Truth.Unknown;

    private static int Part(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?<y>[0-9]{4})(-(?<m>[0-9]{2})(-(?<d>[0-9]{2}))?)?\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
