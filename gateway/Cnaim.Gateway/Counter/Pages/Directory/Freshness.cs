using System.Globalization;
using System.Text.RegularExpressions;

namespace Cnaim.Gateway.Counter.Pages.Directory;

/// <summary>Whether what a source said may be out of date; pure.</summary>
internal static partial class Freshness
{
    private const int Months = 6;

    /// <summary>Older than six months, or nobody knows how old; a year alone is taken at its end.</summary>
    /// <param name="asOf">As the source has it: a day, a month, a year, or words with years.</param>
    /// <param name="now">The moment of looking.</param>
    public static bool IsOld(string? asOf, DateTimeOffset now)
    {
        if (Dates().Matches(asOf ?? "") is not [.., var last])
        {
            return true;
        }

        var year = int.Parse(last.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var month = last.Groups["month"].Success ? int.Parse(last.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) : 12;
        return (year * 12) + month < (now.Year * 12) + now.Month - Months;
    }

    [GeneratedRegex(@"(?<year>(19|20)\d{2})(-(?<month>\d{2}))?(-\d{2})?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Dates();
}
