using System.Globalization;
using System.Text.RegularExpressions;

namespace Cnaim.Screening.Rules;

/// <summary>
/// The date that <c>before</c> and <c>after</c> compare with: a fixed one, or a signed ISO 8601 duration from the interview date.
/// Years and months move the calendar date together; a day that does not exist becomes the last of that month.
/// </summary>
internal sealed partial record DateBound(DateOnly? Fixed, int Months, int Days)
{
    public static bool TryParse(string text, out DateBound bound)
    {
        bound = new DateBound(null, 0, 0);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            bound = new DateBound(date, 0, 0);
            return true;
        }

        var match = Duration().Match(text);
        if (!match.Success || !(match.Groups["y"].Success || match.Groups["m"].Success || match.Groups["w"].Success || match.Groups["d"].Success))
        {
            return false;
        }

        var sign = match.Groups["sign"].ValueSpan is "-" ? -1 : 1;
        bound = new DateBound(null, sign * ((12 * Part(match, "y")) + Part(match, "m")), sign * ((7 * Part(match, "w")) + Part(match, "d")));
        return true;
    }

    public DateOnly On(DateOnly interview) => Fixed ?? interview.AddMonths(Months).AddDays(Days);

    private static int Part(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?<sign>[+-]?)P(?:(?<y>[0-9]{1,3})Y)?(?:(?<m>[0-9]{1,3})M)?(?:(?<w>[0-9]{1,3})W)?(?:(?<d>[0-9]{1,4})D)?\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Duration();
}
