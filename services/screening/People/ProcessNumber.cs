using System.Globalization;
using System.Text.RegularExpressions;

namespace Cnaim.Screening.People;

/// <summary>
/// The number of a process, for example <c>L-2026-004211-6</c>: letter of the centre, year, running number of that letter and year,
/// and the ISO 7064 MOD 11,10 check digit over year and running number.
/// </summary>
internal static partial class ProcessNumber
{
    /// <summary>The letter of all local centres.</summary>
    public const char LocalCentre = 'C';

    /// <summary>The initial of a national centre's city (<c>cnaim-lisboa</c> is L); C for every local centre.</summary>
    public static char LetterOf(string centre) =>
        centre.StartsWith("cnaim-", StringComparison.Ordinal) && centre.Length > 6 ? char.ToUpperInvariant(centre[6]) : LocalCentre;

    public static string Format(char letter, int year, int running)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{year:D4}{running:D6}");
        return $"{letter}-{digits[..4]}-{digits[4..]}-{CheckDigit(digits)}";
    }

    public static bool IsValid(string number)
    {
        var match = Form().Match(number);
        return match.Success && CheckDigit(match.Groups["year"].Value + match.Groups["running"].Value) == match.Groups["check"].ValueSpan[0];
    }

    public static char CheckDigit(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + (digit - '0')) % 10;
            product = (sum is 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }

    [GeneratedRegex("^[A-Z]-(?<year>[0-9]{4})-(?<running>[0-9]{6,9})-(?<check>[0-9])\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
