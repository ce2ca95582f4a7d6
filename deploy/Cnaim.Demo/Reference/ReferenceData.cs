using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Cnaim.Demo.Reference;

/// <summary>What the demo reads of <c>deploy/data</c>.</summary>
internal sealed record ReferenceData
{
    public required IReadOnlyList<Question> Questions { get; init; }

    public required FrozenDictionary<string, Question> QuestionByCode { get; init; }

    public required FrozenDictionary<string, OfficeRequest> Requests { get; init; }

    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    public required IReadOnlyList<Nationality> Nationalities { get; init; }

    public required IReadOnlyList<AgeGroup> AgeGroups { get; init; }

    /// <summary>Residents by reason of their title: professional activity, study, family and so on.</summary>
    public required FrozenDictionary<string, int> Reasons { get; init; }

    /// <summary>Foreign residents by municipality, with the district.</summary>
    public required IReadOnlyList<(string Name, string District, int Foreign)> Municipalities { get; init; }

    /// <summary>ISO 639-3 of each language tag that answers use.</summary>
    public required FrozenDictionary<string, string> LanguageCodes { get; init; }

    public static ReferenceData Load(string folder)
    {
        var statistics = Read(folder, "statistics.json")["series"]!;
        var questions = ReferenceReader.Questions(Read(folder, "rules/questions.json"));
        return new ReferenceData
        {
            Questions = questions,
            QuestionByCode = questions.ToFrozenDictionary(question => question.Code, StringComparer.Ordinal),
            Requests = ReferenceReader.Requests(Read(folder, "rules/offices.json")).ToFrozenDictionary(request => request.Code, StringComparer.Ordinal),
            Scenarios = ReferenceReader.Scenarios(Read(folder, "rules/scenarios.json")),
            Nationalities = ReferenceReader.Nationalities(statistics, Read(folder, "countries.json")),
            AgeGroups = ReferenceReader.AgeGroups(statistics),
            Reasons = ReferenceReader.Reasons(statistics).ToFrozenDictionary(StringComparer.Ordinal),
            Municipalities = ReferenceReader.Municipalities(Read(folder, "municipalities.json")),
            LanguageCodes = ReferenceReader.Languages(Read(folder, "languages.json")),
        };
    }

    private static JsonNode Read(string folder, string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name)))!;
}
