using Cnaim.Contracts.Codes;
using Cnaim.Screening.Disclosures;
using Cnaim.Screening.Tests.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Disclosures;

public sealed class When_a_law_is_loaded
{
    private static readonly StatutoryGrounds Grounds = new(ShippedFiles.Folder, ["borders"]);

    [Fact]
    public void Should_name_a_law_a_receiver_and_requests_that_exist()
    {
        foreach (var ground in Grounds.All)
        {
            ground.LegalBasis.Length.ShouldBeGreaterThan(10);
            ground.Days.ShouldBeGreaterThan(0);
            ground.Requests.ShouldNotBeEmpty();
            ground.Requests.Select(request => Shipped.Rules.Requests[request].Office).Distinct(StringComparer.Ordinal).ShouldBe([ground.Receiver]);
            ground.Categories.ShouldBeSubsetOf(DataCategory.All);
            ground.Purposes.ShouldBeSubsetOf(Purpose.All);
        }
    }

    [Fact]
    public void Should_never_tell_the_residence_status() => Grounds.All.SelectMany(ground => ground.Categories).ShouldNotContain(DataCategory.ResidenceStatus);

    [Fact]
    public void Should_refuse_to_start_with_a_law_that_opens_records_to_borders()
    {
        var wrong = Grounds.All.First() with { Code = "wrong", Receiver = "borders" };
        Should.Throw<InvalidOperationException>(() => new StatutoryGrounds([wrong], ["borders"]));
    }

    [Fact]
    public void Should_hold_for_its_days_only()
    {
        var ground = Grounds.Find("minor-registration")! with { ValidFrom = new DateOnly(2026, 1, 1), ValidTo = new DateOnly(2026, 12, 31) };
        ground.Covers(Question, "health", new DateOnly(2026, 6, 1)).ShouldBeTrue();
        ground.Covers(Question, "health", new DateOnly(2025, 12, 31)).ShouldBeFalse();
        ground.Covers(Question, "health", new DateOnly(2027, 1, 1)).ShouldBeFalse();
        ground.Covers(Question, "tax", new DateOnly(2026, 6, 1)).ShouldBeFalse();
        ground.Covers(Question with { Purpose = "statistics" }, "health", new DateOnly(2026, 6, 1)).ShouldBeFalse();
    }

    private static DisclosureQuestion Question => new()
    {
        PersonRef = "p",
        ReceiverOffice = "education",
        ReceiverCentre = "cnaim-lisboa",
        Purpose = Purpose.ResolveIssue,
        Categories = [],
        Request = "education.minor-registration",
        Issues = [],
    };
}
