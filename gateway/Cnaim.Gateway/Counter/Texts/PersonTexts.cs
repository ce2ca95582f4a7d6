using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cnaim.Gateway.Counter.Texts;

/// <summary>Texts for the person who is served (P09): drafts say that they are, and a language without texts has the Portuguese ones, as what they are.</summary>
internal sealed class PersonTexts
{
    public const string Original = "pt-PT";

    // By script (P09): culture data of the system is wrong for some languages.
    private static readonly string[] RightToLeft = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"];
    private readonly PersonTextDocument _document = Read<PersonTextDocument>("texts/person.json");
    private readonly Dictionary<string, ScriptOf> _scripts = Read<ScriptDocument>("names/languages.json").Languages.ToDictionary(language => language.Bcp47, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<PersonTextLanguage> Languages => _document.Languages;

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All => _document.Texts;

    /// <summary>What speakers call a language of these texts.</summary>
    public string NameOf(string tag) => (_scripts.GetValueOrDefault(tag) ?? _scripts[tag.Split('-')[0]]).NameNative;

    /// <summary>The texts for somebody who speaks this language.</summary>
    public PersonLanguage For(string tag)
    {
        var known = _document.Languages.FirstOrDefault(language => Is(language.Tag, tag)) ?? _document.Languages.FirstOrDefault(language => Is(language.Tag.Split('-')[0], tag.Split('-')[0]));
        return known is null ? new PersonLanguage(this, Original, "ltr", IsDraft: false, IsMissing: true) : new PersonLanguage(this, known.Tag, DirectionOf(known.Tag), known.Origin is "draft", IsMissing: false);
    }

    /// <summary>Portuguese beside the texts for somebody who speaks this language.</summary>
    public PersonColumns Columns(string? tag) => new(For(Original), For(tag ?? Original));

    public string Text(string tag, string name) => _document.Texts[name][tag];

    private string DirectionOf(string tag) => _scripts.GetValueOrDefault(tag)?.Script is { } script && RightToLeft.Contains(script, StringComparer.Ordinal) ? "rtl" : "ltr";

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static T Read<T>(string name)
    {
        using var stream = typeof(PersonTexts).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record ScriptDocument(IReadOnlyList<ScriptOf> Languages);

    private sealed record ScriptOf
    {
        public required string Bcp47 { get; init; }

        [JsonPropertyName("name_native")]
        public string NameNative { get; init; } = "";

        public string? Script { get; init; }
    }
}
