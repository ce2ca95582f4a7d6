using System.Net;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_law_opens_a_record(ScreeningPlatform platform)
{
    private const string Emergency = "health.emergency-care";
    private const string Vital = "vital-interests";

    [Fact]
    public async Task Should_permit_what_the_law_covers_and_no_more_and_say_which_law()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync("Giesta");
        var permit = (await platform.DecideAsync(person, request: Emergency, categories: ["identity", "contact", "finance", "residence-status"], ground: Vital)).Permit;
        permit.Categories.ShouldBe(["identity", "contact"]);
        permit.LegalBasis.ShouldContain("2016/679");
        var snapshot = await platform.FetchAsync("health", permit.DisclosureId);
        snapshot.Person.GivenNames.ShouldBe(["Giesta"]);
        snapshot.LegalBasis.ShouldBe(permit.LegalBasis);
        (await platform.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE record_id = $1 AND action IN ('disclosure.permitted', 'disclosure.fetched') AND detail->>'statutoryGround' = 'vital-interests'", permit.DisclosureId)).ShouldBe(2);
    }

    [Fact]
    public async Task Should_show_it_to_the_person_and_not_be_withdrawn()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var permit = (await platform.DecideAsync(person, request: Emergency, ground: Vital)).Permit.DisclosureId;
        var (_, list, _) = await client.SendAsync(HttpMethod.Get, $"/v1/people/{person}/consents");
        ((string)list["items"]![0]!["givenBy"]!).ShouldBe("law");
        ((string)list["items"]![0]!["legalBasis"]!).ShouldContain("2016/679");
        (await client.PostAsync($"/v1/consents/{list["items"]![0]!["id"]}/withdraw", new { }, HttpStatusCode.Conflict)).Code().ShouldBe("consent-statutory");
        await platform.FetchAsync("health", permit);
    }

    [Theory]
    [InlineData("health", "health.user-number", Vital)]
    [InlineData("social-security", "social-security.niss", Vital)]
    [InlineData("health", Emergency, "national-interest")]
    [InlineData("borders", "borders.renewal", Vital)]
    public async Task Should_deny_what_the_law_does_not_cover(string receiver, string request, string ground)
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        (await platform.DecideAsync(person, receiver, request, ground: ground)).Denial.Code.ShouldBe("statutory-ground-unfit");
    }

    [Fact]
    public async Task Should_cover_certain_minors_only_where_the_law_says_so()
    {
        using var client = platform.Client();
        var adult = await client.RegisterAsync();
        var child = (string)(await client.PostAsync("/v1/people", new { givenNames = "Malmequer", birth = TimeProvider.System.GetUtcNow().Year - 9 + "-05" }))["id"]!;
        (await DecideAsync(adult)).Denial.Code.ShouldBe("consent-missing");
        (await DecideAsync(child)).Permit.ShouldNotBeNull();
        Task<V1.DecideResponse> DecideAsync(string person) => platform.DecideAsync(person, "social-support", "social-support.child-protection", ground: "child-in-danger");
    }

    [Fact]
    public async Task Should_renew_the_same_permit_and_never_take_over_anothers_referral()
    {
        using var client = platform.Client();
        var (person, other) = (await client.RegisterAsync(), await client.RegisterAsync());
        var referral = Guid.CreateVersion7();
        var first = (await platform.DecideAsync(person, request: Emergency, ground: Vital, referral: referral)).Permit.DisclosureId;
        (await platform.DecideAsync(person, request: Emergency, ground: Vital, referral: referral)).Permit.DisclosureId.ShouldBe(first);
        (await platform.DecideAsync(other, request: Emergency, ground: Vital, referral: referral)).Denial.Code.ShouldBe("consent-missing");
    }
}
