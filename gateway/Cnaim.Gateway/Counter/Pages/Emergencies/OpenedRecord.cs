using System.Text.Json;

namespace Cnaim.Gateway.Counter.Pages.Emergencies;

/// <summary>What is shown of a person in an emergency; never the residence status.</summary>
internal sealed record OpenedRecord
{
    public IReadOnlyList<string> GivenNames { get; init; } = [];

    public IReadOnlyList<string> FamilyNames { get; init; } = [];

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public IReadOnlyList<string> Nationalities { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Answers on contact, household, health and safety, by question.</summary>
    public IReadOnlyDictionary<string, JsonElement> Answers { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
