using System.Globalization;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>A person as the acting office knows them.</summary>
internal sealed record Person
{
    public required string Id { get; init; }

    public string ProcessNumber { get; init; } = "";

    public IReadOnlyList<string> GivenNames { get; init; } = [];

    public IReadOnlyList<string> FamilyNames { get; init; } = [];

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public IReadOnlyList<string> Nationalities { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public bool IsProtected { get; init; }

    public string Name => string.Join(' ', GivenNames.Concat(FamilyNames)) is { Length: > 0 } name ? name : NameInScript ?? "";

    public string NameToUse => KnownAs ?? Name;

    /// <summary>A date of which only the year, or the year and the month, may be known.</summary>
    public static string? Approximate(string? day, string? month, string? year)
    {
        var parts = new[] { year, month, day }.TakeWhile(part => !string.IsNullOrWhiteSpace(part)).Select((part, index) => index == 0 ? part!.Trim() : part!.Trim().PadLeft(2, '0')).ToList();
        return parts.Count == 0 ? null : string.Join('-', parts);
    }

    public static bool IsYear(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1880 and < 2200;
}

/// <summary>Somebody who may be the one.</summary>
internal sealed record Match(Person Person, double Score);

/// <summary>Who was found.</summary>
internal sealed record Matches(IReadOnlyList<Match> Items);

/// <summary>A new person, and who may be the same.</summary>
internal sealed record NewPerson(string Id, string ProcessNumber, IReadOnlyList<Match> SuspectedDuplicates);
