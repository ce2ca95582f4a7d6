using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Cnaim.Screening.Rules;

/// <summary>The code lists that answers and records are checked against: countries, languages, municipalities, and what is known about questions.</summary>
internal sealed class CodeLists
{
    private const string None = "none";
    private const string Stateless = "stateless";

    private readonly FrozenSet<string> _municipalities;
    private readonly FrozenSet<string> _languageTags;
    private readonly FrozenSet<string> _languages;
    private readonly QuestionFacts _facts;

    public CodeLists(string folder)
    {
        using var countries = Open(folder, "lists/countries.json");
        using var languages = Open(folder, "lists/languages.json");
        using var municipalities = Open(folder, "lists/municipalities.json");
        Countries = Strings(countries, "countries", "alpha2").Concat(Strings(countries, "user_assigned", "alpha2")).ToFrozenSet(StringComparer.Ordinal);
        _municipalities = Strings(municipalities, "municipalities", "name")
            .Concat(Strings(municipalities, "municipalities", "name_ine"))
            .ToFrozenSet(StringComparer.Ordinal);
        var cultures = CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(culture => !culture.Name.Contains('-', StringComparison.Ordinal)).ToArray();
        _languageTags = Strings(languages, "languages", "bcp47").Concat(cultures.Select(culture => culture.Name).Where(name => name.Length > 0)).ToFrozenSet(StringComparer.Ordinal);
        _languages = Strings(languages, "languages", "iso639_3").Concat(cultures.Select(culture => culture.ThreeLetterISOLanguageName).Where(name => name.Length is 3))
            .ToFrozenSet(StringComparer.Ordinal);
        _facts = JsonSerializer.Deserialize<QuestionFacts>(File.ReadAllBytes(Path.Combine(folder, "question-facts.json")), JsonSerializerOptions.Web)!;
    }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public FrozenSet<string> Countries { get; }

    /// <summary>True for an ISO 639-3 code.</summary>
    public bool IsLanguage(string code) => _languages.Contains(code);

    public bool IsNationality(string code) => code is Stateless || Countries.Contains(code);

    /// <summary>The data category that an answer belongs to; null when it is disclosed to nobody.</summary>
    public string? CategoryOf(string question) => _facts.Categories.GetValueOrDefault(question);

    /// <summary>The further category that one value of an answer needs, for example a residence card among the documents; null for none.</summary>
    public string? CategoryOf(string question, string value) => _facts.ValueCategories.GetValueOrDefault(question)?.GetValueOrDefault(value);

    /// <summary>True when the code is a value of the question.</summary>
    public bool Accepts(Question question, string code) => question.Type switch
    {
        QuestionType.Single or QuestionType.Multi => question.Options.Contains(code),
        QuestionType.Country => IsNationality(code),
        QuestionType.Language => code is None || _languageTags.Contains(code),
        QuestionType.Text when _facts.Lists.GetValueOrDefault(question.Code) is "municipalities" => code is None || _municipalities.Contains(code),
        QuestionType.Text => true,
        _ => false,
    };

    private static JsonDocument Open(string folder, string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, file)));

    private static IEnumerable<string> Strings(JsonDocument document, string list, string member) =>
        document.RootElement.GetProperty(list).EnumerateArray()
            .Select(item => item.GetProperty(member).GetString())
            .OfType<string>();

    private sealed record QuestionFacts
    {
        public required Dictionary<string, string> Categories { get; init; }

        public required Dictionary<string, Dictionary<string, string>> ValueCategories { get; init; }

        public required Dictionary<string, string> Lists { get; init; }
    }
}
