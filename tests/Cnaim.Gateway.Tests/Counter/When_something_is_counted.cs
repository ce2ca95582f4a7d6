using System.Globalization;
using System.Resources;
using Cnaim.Gateway.Counter;
using Cnaim.Gateway.Counter.Texts;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>P10: counts in the forms of each language, after CLDR.</summary>
public sealed class When_something_is_counted
{
    private const string Tickets = "{0, plural, one {# senha} other {# senhas}}";
    private static readonly long[] Samples = [0, 1, 2, 3, 5, 11, 21, 100];

    [Theory]
    [InlineData("pt-PT", "other one other other other other other other")]
    [InlineData("en", "other one other other other other other other")]
    [InlineData("fr", "one one other other other other other other")]
    [InlineData("es", "other one other other other other other other")]
    [InlineData("ro", "few one few few few few other other")]
    [InlineData("ro-MD", "few one few few few few other other")]
    [InlineData("ru", "many one few few many many one many")]
    [InlineData("uk", "many one few few many many one many")]
    [InlineData("ar", "zero one two few few many many other")]
    [InlineData("kea", "other other other other other other other other")]
    [InlineData("pov", "other other other other other other other other")]
    [InlineData("ff", "one one other other other other other other")]
    [InlineData("mnk", "other other other other other other other other")]
    [InlineData("wo", "other other other other other other other other")]
    public void Should_take_the_form_of_the_language(string language, string forms)
    {
        string.Join(' ', Samples.Select(count => PluralRules.Of(language, count))).ShouldBe(forms);
        Samples.Select(count => PluralRules.Of(language, count)).ShouldBeSubsetOf(PluralRules.FormsOf(language));
    }

    [Theory]
    [InlineData("ro", 101, "few")]
    [InlineData("ro", 120, "other")]
    [InlineData("ru", 12, "many")]
    [InlineData("ru", 111, "many")]
    [InlineData("uk", 102, "few")]
    [InlineData("ar", 102, "other")]
    [InlineData("ar", 103, "few")]
    [InlineData("ar", 111, "many")]
    [InlineData("pt-PT", 1_000_000, "many")]
    [InlineData("fr", 2_000_000, "many")]
    [InlineData("es", 1_000_000, "many")]
    [InlineData("en", 1_000_000, "other")]
    [InlineData("pt-PT", -1, "one")]
    public void Should_follow_the_rules_beyond_the_samples(string language, long count, string form) => PluralRules.Of(language, count).ShouldBe(form);

    [Fact]
    public void Should_have_six_forms_in_Arabic() => Samples.Select(count => PluralRules.Of("ar", count)).Distinct(StringComparer.Ordinal).Count().ShouldBe(6);

    /// <summary>In bare <c>pt</c>, Brazil's, nothing is one.</summary>
    [Fact]
    public void Should_never_be_asked_in_bare_Portuguese() => Should.Throw<ArgumentException>(() => PluralRules.Of("pt", 0));

    [Theory]
    [InlineData(0, "0 senhas")]
    [InlineData(1, "1 senha")]
    [InlineData(2, "2 senhas")]
    [InlineData(1_000_000, "1000000 senhas")] // "many" is left out of the text: that of others
    public void Should_be_told_in_words(long count, string text) => Told(Tickets, count).ShouldBe(text);

    [Fact]
    public void Should_stand_among_other_values_and_take_an_exact_form_first()
    {
        const string Text = "{0}: {1, plural, =0 {nada em {0}} one {# de {2}} other {# de {2}}}, {2, plural, one {#} other {#!}}.";
        Told(Text, "Sala", 0, 5).ShouldBe("Sala: nada em Sala, 5!.");
        Told(Text, "Sala", 1, 1).ShouldBe("Sala: 1 de 1, 1.");
    }

    [Theory]
    [InlineData("{0, plural, one {# senha} }")]
    [InlineData("{0, plural, one {# senha} other {# senhas}")]
    public void Should_not_take_a_text_that_is_incomplete(string text) => Should.Throw<FormatException>(() => Told(text, 2));

    [Theory]
    [InlineData("pt-PT")]
    [InlineData("en")]
    public void Should_have_every_form_in_the_texts_of_staff(string language)
    {
        var texts = new ResourceManager(typeof(Words)).GetResourceSet(language is "en" ? CultureInfo.GetCultureInfo(language) : CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.Ordinal);
        texts.Values.Count(text => PluralText.FormsIn(text).Any()).ShouldBeGreaterThan(15);
        texts.SelectMany(text => Lacks(text.Key, language, text.Value)).ShouldBeEmpty();
    }

    [Fact]
    public void Should_have_every_form_in_the_texts_for_the_person() => new PersonTexts().All
        .SelectMany(text => text.Value.SelectMany(one => Lacks(text.Key, one.Key, one.Value))).ShouldBeEmpty();

    [Theory]
    [InlineData(0, "دوركم هو التالي")]
    [InlineData(1, "أمامكم شخص واحد")]
    [InlineData(2, "أمامكم شخصان")]
    [InlineData(3, "أمامكم 3 أشخاص")]
    [InlineData(11, "أمامكم 11 شخصًا")]
    [InlineData(100, "أمامكم 100 شخص")]
    public void Should_be_told_in_the_persons_language(int ahead, string text) => new PersonTexts().For("ar").Format("ahead", ahead).ShouldBe(text);

    private static string Told(string text, params object?[] values) => PluralText.Format(CultureInfo.GetCultureInfo("pt-PT"), "pt-PT", text, values);

    // Nobody waits a million minutes: the form of millions may be left out where it is a form of its own.
    private static IEnumerable<string> Lacks(string name, string language, string text) => PluralText.FormsIn(text)
        .SelectMany(forms => PluralRules.FormsOf(language).Where(form => !(form is "many" && language is "pt-PT" or "fr" or "es")).Where(form => !forms.ContainsKey(form)))
        .Select(form => $"{name} has no form {form} in {language}");
}
