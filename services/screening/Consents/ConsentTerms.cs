using System.Globalization;
using Cnaim.Contracts.Codes;

namespace Cnaim.Screening.Consents;

/// <summary>The words of consents.</summary>
internal static class ConsentTerms
{
    public const string Permit = "permit";

    /// <summary>The person was asked and said no.</summary>
    public const string Deny = "deny";

    /// <summary>How it was given: read aloud and marked, signed, or recorded.</summary>
    public static IReadOnlyList<string> Evidence { get; } = ["read-aloud-mark", "read-aloud", "signature", "recorded"];

    /// <summary>Who may stand in for a minor.</summary>
    public static IReadOnlyList<string> GuardianRelations { get; } = ["parent", "legal-guardian", "foster-family", "institution"];

    /// <summary>Given by: nobody's word but a law.</summary>
    public const string Law = "law";

    /// <summary>Never included unless the person names them.</summary>
    public static IReadOnlyList<string> NamedOnly { get; } = [DataCategory.ResidenceStatus, DataCategory.Health, DataCategory.Safety];

    public static IReadOnlyList<string> DefaultCategories { get; } = [.. DataCategory.All.Except(NamedOnly, StringComparer.Ordinal)];

    /// <summary>A time with offset, or the first moment of a day.</summary>
    public static bool TryFirst(string text, out DateTimeOffset time)
    {
        var isDay = TryDay(text, out var day);
        time = isDay ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : default;
        return isDay || TryTime(text, out time);
    }

    /// <summary>A time with offset, or the end of a day.</summary>
    public static bool TryLast(string text, out DateTimeOffset time)
    {
        var isDay = TryDay(text, out var day) && day < DateOnly.MaxValue;
        time = isDay ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : default;
        return isDay || TryTime(text, out time);
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryTime(string text, out DateTimeOffset time)
    {
        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
            && text.Contains('T', StringComparison.Ordinal);
        time = parsed.ToUniversalTime();
        return isTime;
    }
}
