using System.Text.Json;

namespace Cnaim.Mediation.Languages;

/// <summary>The languages of <c>languages.json</c>.</summary>
internal sealed class LanguageCatalogue
{
    private readonly Dictionary<string, Language> _byTag = new(StringComparer.OrdinalIgnoreCase);

    private LanguageCatalogue(IReadOnlyList<(string Iso, Language Language)> languages)
    {
        All = [.. languages.Select(entry => entry.Language).OrderBy(language => language.NameNative, StringComparer.Ordinal)];
        foreach (var (iso, language) in languages)
        {
            _byTag[iso] = language;
            _byTag[language.Tag] = language;
        }
    }

    public IReadOnlyList<Language> All { get; }

    public static LanguageCatalogue Load() => Read(ShippedFiles.At("languages.json"));

    public static LanguageCatalogue Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new LanguageCatalogue([.. document.RootElement.GetProperty("languages").EnumerateArray().Select(entry => (entry.GetProperty("iso639_3").GetString()!, Of(entry)))]);
    }

    /// <summary>A language by its tag, with or without a region: Moldovan (<c>ro-MD</c>) is Romanian, <c>pt-PT</c> is Portuguese. Null when there is none.</summary>
    public Language? Find(string? tag) => tag is null ? null : _byTag.GetValueOrDefault(tag) ?? _byTag.GetValueOrDefault(tag.Split('-')[0]);

    private static Language Of(JsonElement entry)
    {
        string Text(string name) => entry.GetProperty(name).GetString()!;
        return new Language
        {
            Tag = Text("bcp47"),
            NameNative = Text("name_native"),
            NamePt = Text("name_pt"),
            NameEn = Text("name_en"),
            Script = entry.GetProperty("script").GetString(),
            Direction = TextDirection.Of(entry.GetProperty("script").GetString()),
            Mediators = entry.GetProperty("mediator_14").GetBoolean(),
            Telephone = entry.GetProperty("telephone_60plus").GetBoolean(),
            Assumed = entry.GetProperty("telephone_basis").GetString() is "composed",
        };
    }
}
