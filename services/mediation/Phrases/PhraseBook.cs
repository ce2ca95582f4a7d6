using System.Security.Cryptography;
using System.Text.Json;
using Cnaim.Mediation.Languages;

namespace Cnaim.Mediation.Phrases;

/// <summary>The phrases for counters, and what is there of them in each language.</summary>
internal sealed class PhraseBook(PhraseDocument document, LanguageCatalogue languages, string version)
{
    /// <summary>The language of the originals.</summary>
    public const string Original = "pt-PT";

    /// <summary>What a reader is told whose language is missing.</summary>
    public const string AskAMediator = "ask-a-mediator";

    public PhraseDocument Document => document;

    /// <summary>Another one whenever the file or the languages are others.</summary>
    public string Version => version;

    public static PhraseBook Load(LanguageCatalogue languages) => Read(ShippedFiles.At("phrases.json"), languages);

    public static PhraseBook Read(string path, LanguageCatalogue languages)
    {
        var bytes = File.ReadAllBytes(path);
        return new PhraseBook(
            JsonSerializer.Deserialize<PhraseDocument>(bytes, JsonSerializerOptions.Web)!, languages, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }

    public PhraseIndex Index() => new(
        [.. document.Themes.Select(theme => theme.Key)],
        [.. document.Languages.Select(language => language.Tag).Concat(document.SameAs.Keys).Select(Describe)]);

    /// <summary>The board of a language; a language without texts gets the originals and says so. Null for what is no language.</summary>
    public PhraseBoard? Board(string tag)
    {
        if (languages.Find(tag) is not { } asked)
        {
            return null;
        }

        var language = Known(tag) ?? Known(asked.Tag);
        return new PhraseBoard(
            tag, NameOf(tag), language?.Origin ?? "missing", language?.Reviewer, language?.ReviewedOn, language is null or { Origin: "missing" } ? AskAMediator : null,
            [.. document.Themes.Select(theme => new BoardTheme(theme.Key, [.. theme.Phrases.Select(phrase => Show(phrase, language?.Tag))]))],
            [.. document.Themes.SelectMany(theme => theme.Phrases).Where(phrase => language is null || !phrase.Text.ContainsKey(language.Tag)).Select(phrase => phrase.Key)]);
    }

    private static string Folded(string tag) => string.Equals(tag, "pt", StringComparison.OrdinalIgnoreCase) ? Original : tag;

    private PhraseLanguage? Known(string tag)
    {
        var same = document.SameAs.FirstOrDefault(pair => string.Equals(pair.Key, tag, StringComparison.OrdinalIgnoreCase)).Value ?? Folded(tag);
        return document.Languages.FirstOrDefault(language => string.Equals(language.Tag, same, StringComparison.OrdinalIgnoreCase));
    }

    private BoardPhrase Show(Phrase phrase, string? tag)
    {
        var lang = tag is not null && phrase.Text.ContainsKey(tag) ? tag : Original;
        return new BoardPhrase(phrase.Key, phrase.Text[Original], new BoardText(lang, DirectionOf(lang), phrase.Text[lang]), Audio: null);
    }

    private LanguageOnBoard Describe(string tag)
    {
        var language = Known(tag)!;
        return new LanguageOnBoard(tag, NameOf(tag), DirectionOf(tag), language.Origin, language.Reviewer);
    }

    private string DirectionOf(string tag) => languages.Find(tag)?.Direction ?? "ltr";

    private string NameOf(string tag) => languages.Find(tag)?.NameNative ?? tag;
}
