using System.Text.RegularExpressions;
using Cnaim.Mediation.Languages;
using Cnaim.Mediation.Phrases;

namespace Cnaim.Mediation.Tests.Phrases;

public sealed partial class When_phrases_are_read
{
    private static readonly LanguageCatalogue Languages = LanguageCatalogue.Load();
    private static readonly PhraseBook Book = PhraseBook.Load(Languages);
    private static readonly string[] Themes = ["welcome", "waiting", "papers", "consent", "health", "children", "danger"];
    private static readonly string[] Drafts = ["en", "fr", "es", "ro", "ru", "uk", "ar"];

    public static TheoryData<string> Default => ["pt-PT", "en", "fr", "es", "ro", "ro-MD", "ru", "uk", "ar", "kea", "pov", "ff", "mnk", "wo"];

    [Fact]
    public void Should_have_every_theme_with_six_phrases_and_each_key_once()
    {
        Book.Document.Themes.Select(theme => theme.Key).ShouldBe(Themes);
        Book.Document.Themes.ShouldAllBe(theme => theme.Phrases.Count == 6);
        var keys = Book.Document.Themes.SelectMany(theme => theme.Phrases).Select(phrase => phrase.Key).ToList();
        keys.ShouldBe(keys.Distinct());
    }

    /// <summary>A reviewer is a person who has read the texts: one line here for each, with the review itself.</summary>
    [Fact]
    public void Should_have_no_invented_reviewer()
    {
        Book.Document.Languages.ShouldAllBe(language => language.Reviewer == null && language.ReviewedOn == null);
        Book.Document.Languages.Where(language => language.Origin is "draft").Select(language => language.Tag).ShouldBe(Drafts, ignoreOrder: true);
        Book.Document.Languages.Where(language => language.Origin is "original").Select(language => language.Tag).ShouldBe(["pt-PT"]);
        Book.Document.Languages.ShouldAllBe(language => language.Origin == "original" || language.Origin == "draft" || language.Origin == "missing");
    }

    [Theory]
    [MemberData(nameof(Default))]
    public void Should_show_every_key_and_list_what_is_missing(string tag)
    {
        var board = Book.Board(tag)!;
        var phrases = board.Themes.SelectMany(theme => theme.Phrases).ToList();

        phrases.Count.ShouldBe(42);
        phrases.ShouldAllBe(phrase => phrase.Portuguese.Length > 0 && phrase.Text.Value.Length > 0 && phrase.Audio == null);
        phrases.Where(phrase => phrase.Text.Lang is "pt-PT" && tag is not "pt-PT").Select(phrase => phrase.Key).ShouldBe(board.Missing);
        board.Marker.ShouldBe(board.Origin is "missing" ? "ask-a-mediator" : null);
        board.Missing.Count.ShouldBe(board.Origin is "missing" ? 42 : 0);
        phrases.ShouldAllBe(phrase => phrase.Text.Dir == Languages.Find(phrase.Text.Lang)!.Direction);
    }

    [Theory]
    [InlineData("ro-MD", "ro")]
    [InlineData("pt", "pt-PT")]
    [InlineData("kea", "pt-PT")]
    [InlineData("hi", "pt-PT")]
    [InlineData("ar", "ar")]
    public void Should_say_which_language_the_text_has(string asked, string lang) => Book.Board(asked)!.Themes[0].Phrases[0].Text.Lang.ShouldBe(lang);

    [Fact]
    public void Should_have_no_board_of_what_is_no_language() => Book.Board("xx").ShouldBeNull();

    [Fact]
    public void Should_have_the_direction_of_the_script_for_each_language()
    {
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(ShippedFiles.At("languages.json")));
        foreach (var language in document.RootElement.GetProperty("languages").EnumerateArray())
        {
            Languages.Find(language.GetProperty("bcp47").GetString())!.Direction.ShouldBe(language.GetProperty("direction").GetString(), language.GetProperty("name_en").GetString());
        }

        Languages.All.Count(language => language.Direction is "rtl").ShouldBe(7);
        Languages.All.Count(language => language.Telephone).ShouldBeGreaterThanOrEqualTo(60);
        Book.Board("ar")!.Themes.SelectMany(theme => theme.Phrases).ShouldAllBe(phrase => phrase.Text.Dir == "rtl");
    }

    /// <summary>A draft in the wrong column would be read to somebody.</summary>
    [Fact]
    public void Should_be_written_in_the_script_of_its_language()
    {
        foreach (var phrase in Book.Document.Themes.SelectMany(theme => theme.Phrases))
        {
            foreach (var (tag, text) in phrase.Text)
            {
                var script = Languages.Find(tag)!.Script;
                Cyrillic().IsMatch(text).ShouldBe(script is "Cyrl", $"{phrase.Key} {tag}");
                Arabic().IsMatch(text).ShouldBe(script is "Arab", $"{phrase.Key} {tag}");
            }

            phrase.Text["uk"].ShouldNotMatch("[ыэёъ]");
            phrase.Text["ru"].ShouldNotMatch("[іїєґ]");
        }
    }

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\p{IsArabic}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arabic();
}
