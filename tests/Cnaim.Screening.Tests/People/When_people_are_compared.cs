using Cnaim.Screening.People;
using Cnaim.Screening.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.People;

public sealed class When_people_are_compared
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "config/screening");
    private static readonly PersonName Names = new(Folder);
    private static readonly PersonMatcher Matcher = new(Folder);

    [Theory]
    [InlineData("Iryna Kovalenko", "Ірина Коваленко")]
    [InlineData("Muhammad Ali", "Ali Muhammad")]
    [InlineData("João Conceição", "joao conceicao")]
    [InlineData("Müller-Weiß", "muller weiss")]
    [InlineData("O’Brien", "OBRIEN")]
    public void Should_find_one_name_in_two_spellings(string one, string other) =>
        Trigrams.Similarity(Names.Searchable([one]), Names.Searchable([other])).ShouldBeGreaterThan(0.7);

    [Fact]
    public void Should_suspect_the_same_name_birth_and_nationality() =>
        Matcher.Score(Facts("Amina Diallo", "1990", "GW"), Facts("Diallo Amina", "1990-04-02", "GW")).ShouldBeGreaterThanOrEqualTo(Matcher.Threshold);

    [Fact]
    public void Should_not_suspect_another_birth_and_nationality() =>
        Matcher.Score(Facts("Amina Diallo", "1990", "GW"), Facts("Amina Djalo", "1961", "SN")).ShouldBeLessThan(Matcher.Threshold);

    [Fact]
    public void Should_count_what_is_not_said_neither_for_nor_against() =>
        Matcher.Score(Facts("Amina Diallo", null, null), Facts("Amina Diallo", "1961", "SN")).ShouldBe(1);

    [Theory]
    [InlineData("about 1987", "1985-01-01", "1989-12-31")]
    [InlineData("1987-03", "1987-03-01", "1987-03-31")]
    public void Should_read_births_as_said(string text, string first, string last)
    {
        PersonBirth.TryParse(text, out var birth).ShouldBeTrue();
        birth.First.ToString("O", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(first);
        birth.Last.ToString("O", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(last);
    }

    private static MatchFacts Facts(string name, string? birth, string? nationality) => new(
        Names.Searchable([name]),
        birth is not null && PersonBirth.TryParse(birth, out var date) ? date : (ApproximateDate?)null,
        nationality is null ? [] : [nationality]);
}
