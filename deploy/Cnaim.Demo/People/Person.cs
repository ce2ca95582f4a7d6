using System.Globalization;
using System.Text.Json.Nodes;

namespace Cnaim.Demo.People;

/// <summary>An invented person who visits a centre, and what the person would answer to any question.</summary>
internal sealed record Person
{
    public required string GivenNames { get; init; }

    public required string FamilyNames { get; init; }

    public string? NameInScript { get; init; }

    /// <summary>ISO 639-3.</summary>
    public required string Language { get; init; }

    /// <summary>The evaluation date of a scenario; null is today.</summary>
    public string? Date { get; init; }

    /// <summary>The scenario's code; null for a generated person.</summary>
    public string? Scenario { get; init; }

    /// <summary>Answers by question; a generated person has one for every question, asked or not.</summary>
    public required JsonObject Answers { get; init; }

    /// <summary>The answer to <c>consent-referral</c>.</summary>
    public string Consent => Answers["consent-referral"]?.ToString() ?? "yes-chosen-offices";

    public JsonObject ToRegistration() => new()
    {
        ["givenNames"] = GivenNames,
        ["familyNames"] = FamilyNames.Length == 0 ? null : FamilyNames,
        ["nameInScript"] = NameInScript,
        ["birth"] = KnownAnswer("birth-date"),
        ["languages"] = new JsonArray(Language),
    };

    /// <summary>Under 16 for certain, as screening counts: by the first day that the known birth allows.</summary>
    public bool NeedsGuardian(DateTimeOffset now) =>
        KnownAnswer("birth-date") is { Length: >= 4 } birth
        && DateOnly.TryParseExact((birth + "-01-01")[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && first.AddYears(16) > DateOnly.FromDateTime(now.UtcDateTime);

    private string? KnownAnswer(string question) => Answers[question]?.ToString() is { } text && char.IsDigit(text[0]) ? text : null;
}
