using Cnaim.Gateway.Counter.Texts;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_texts_are_for_the_person
{
    private readonly PersonTexts _texts = new();

    [Fact]
    public void Should_be_there_in_every_language_of_the_file() =>
        _texts.All.ShouldAllBe(text => _texts.Languages.All(language => !string.IsNullOrWhiteSpace(text.Value.GetValueOrDefault(language.Tag))));

    /// <summary>Nobody has read them yet; whoever has adds a name there and a line here.</summary>
    [Fact]
    public void Should_name_no_reviewer() => _texts.Languages.ShouldAllBe(language => language.Reviewer == null && language.Origin == (language.Tag == PersonTexts.Original ? "original" : "draft"));

    [Theory]
    [InlineData("ar", "ar", "rtl", true)]
    [InlineData("ro-MD", "ro", "ltr", true)]
    [InlineData("pt", "pt-PT", "ltr", false)]
    [InlineData("kea", "pt-PT", "ltr", false)]
    public void Should_say_which_language_and_direction_they_really_have(string tag, string lang, string dir, bool isDraft)
    {
        var own = _texts.For(tag);
        (own.Lang, own.Dir, own.IsDraft, own.IsMissing).ShouldBe((lang, dir, isDraft, tag is "kea"));
    }

    [Theory]
    [InlineData("ar", '\u0600', '\u06FF')]
    [InlineData("ru", '\u0400', '\u04FF')]
    [InlineData("uk", '\u0400', '\u04FF')]
    public void Should_be_in_the_script_of_their_language(string tag, char first, char last) =>
        _texts.All.Values.Select(text => text[tag]).ShouldAllBe(text => text.Any(letter => letter >= first && letter <= last));
}
