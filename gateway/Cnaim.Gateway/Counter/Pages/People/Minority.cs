using System.Globalization;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>Whether somebody else may or must speak for a person, by what is certain of the birth; screening decides, the page asks accordingly.</summary>
internal readonly record struct Minority(bool MayHaveGuardian, bool NeedsGuardian)
{
    private static readonly string[] Relations = ["parent", "legal-guardian", "foster-family", "institution"];

    /// <summary>Who may agree: the person first, unless they are too young to.</summary>
    public IReadOnlyList<string> Speakers => NeedsGuardian ? Relations : [ConsentForm.Self, .. Relations];

    /// <summary>A birth of which only year or month is known makes the person as old as can be.</summary>
    public static Minority Of(string? birth, DateOnly today) =>
        DateOnly.TryParseExact(birth + "-01-01"[..Math.Clamp(10 - (birth?.Length ?? 0), 0, 6)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? new(first.AddYears(18) > today, first.AddYears(16) > today)
            : default;
}
