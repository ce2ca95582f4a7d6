using Cnaim.FamilyReunification.Dossiers;
using Microsoft.Extensions.Configuration;

namespace Cnaim.Offices.Tests.FamilyReunification;

public sealed class When_means_are_tested
{
    private static readonly ReferenceAmounts Amounts = ReferenceAmounts.Load(new ConfigurationManager());
    private static readonly DateOnly Day = new(2025, 6, 1); // 870 EUR

    [Theory]
    [InlineData("1566.00", "eligible")] // 870 + 435 + 261
    [InlineData("1565.99", "not-eligible")]
    [InlineData(null, "unknown")]
    public void Should_count_a_partner_and_a_child(string? income, string expected) =>
        Assess(income, new Relative { IsAdult = true }, new Relative { IsAdult = false }).Means.ShouldBe(expected);

    [Theory]
    [InlineData("1305", "eligible")] // enough even if adult
    [InlineData("1200", "unknown")]
    [InlineData("1130", "not-eligible")] // too little even if child
    public void Should_stay_open_while_an_age_is_not_known(string income, string expected)
    {
        var assessment = Assess(income, new Relative());

        assessment.Means.ShouldBe(expected);
        assessment.FindOut.Contains("ages-of-relatives").ShouldBe(expected is "unknown");
    }

    [Fact]
    public void Should_use_the_amount_of_the_date()
    {
        MeansTestRules.Assess(new Dossier(), Amounts, new DateOnly(2024, 12, 31)).ReferenceAmount.ShouldBe(820);
        MeansTestRules.Assess(new Dossier(), Amounts, new DateOnly(2025, 1, 1)).ReferenceAmount.ShouldBe(870);
        MeansTestRules.Assess(new Dossier(), Amounts, new DateOnly(2000, 1, 1)).Means.ShouldBe("unknown");
    }

    [Fact]
    public void Should_say_no_when_the_lodging_is_too_small_whatever_else_is_open()
    {
        var dossier = new Dossier { LodgingProved = true, LodgingPersons = 1, Relatives = [new Relative { IsAdult = true }] };

        MeansTestRules.Assess(dossier, Amounts, Day).Result.ShouldBe("not-eligible");
    }

    [Fact]
    public void Should_name_the_law() => Assess("1", new Relative()).LegalBasis.ShouldContain("Portaria 1563/2007");

    private static Assessment Assess(string? income, params Relative[] relatives) => MeansTestRules.Assess(
        new Dossier { MonthlyIncome = income is null ? null : decimal.Parse(income, System.Globalization.CultureInfo.InvariantCulture), Relatives = [.. relatives] }, Amounts, Day);
}
