using System.Net;
using Cnaim.Screening.V1;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_withdrawal_is_not_confirmed(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_stand_on_the_officers_list_after_72_hours_until_the_receiver_confirms()
    {
        var permit = await WithdrawnAsync();
        (await ListedAsync()).ShouldNotContain(permit);
        await platform.ExecuteAsync("UPDATE disclosure SET withdrawn_at = withdrawn_at - interval '71 hours 59 minutes' WHERE disclosure_id = $1", Guid.Parse(permit));
        (await ListedAsync()).ShouldNotContain(permit);
        await platform.ExecuteAsync("UPDATE disclosure SET withdrawn_at = withdrawn_at - interval '1 minute' WHERE disclosure_id = $1", Guid.Parse(permit));
        (await ListedAsync()).ShouldContain(permit);

        await new V1.Disclosures.DisclosuresClient(platform.Channel("health")).ConfirmAsync(
            new ConfirmRequest { DisclosureId = permit, Result = "frozen", LegalBasis = "Lei 15/2014" }, cancellationToken: TestContext.Current.CancellationToken);
        (await ListedAsync()).ShouldNotContain(permit);
    }

    [Fact]
    public async Task Should_be_seen_at_the_counter_that_recorded_the_consent_and_by_the_receiver_alone()
    {
        using var client = platform.Client();
        using var receiver = platform.Client("health", role: "office-agent");
        using var stranger = platform.Client("tax", role: "office-agent");
        var person = await client.RegisterAsync();
        var consent = await client.ConsentAsync(person, ["health", "victim-support"]);
        await platform.DecideAsync(person, "victim-support", "victim-support.psychological-support");
        var permit = (await platform.DecideAsync(person)).Permit.DisclosureId;
        await platform.FetchAsync("health", permit);
        await client.PostAsync($"/v1/consents/{consent}/withdraw", new { }, HttpStatusCode.OK);

        var sent = (await client.SendAsync(HttpMethod.Get, $"/v1/consents/{consent}/disclosures")).Body;
        sent["items"]!.AsArray().Select(item => (string)item!["office"]!).ShouldBe(["health", "specialised-support"]);
        sent.ToJsonString().ShouldNotContain("victim-support");
        var health = sent["items"]![0]!;
        (health["fetchedAt"] is not null, health["result"]).ShouldBe((true, null));
        ((DateTimeOffset)health["confirmBy"]! - (DateTimeOffset)health["withdrawnAt"]!).ShouldBe(TimeSpan.FromHours(72));

        await new V1.Disclosures.DisclosuresClient(platform.Channel("health")).ConfirmAsync(
            new ConfirmRequest { DisclosureId = permit, Result = "frozen", LegalBasis = "Lei 15/2014" }, cancellationToken: TestContext.Current.CancellationToken);

        var own = (await receiver.SendAsync(HttpMethod.Get, $"/v1/consents/{consent}/disclosures")).Body["items"]!.AsArray().Single()!;
        ((string)own["result"]!, (string)own["legalBasis"]!).ShouldBe(("frozen", "Lei 15/2014"));
        (await stranger.SendAsync(HttpMethod.Get, $"/v1/consents/{consent}/disclosures")).Body.Code().ShouldBe("consent-not-found");
    }

    [Theory]
    [InlineData("mediator")]
    [InlineData("coordinator")]
    [InlineData("administrator")]
    [InlineData("national-manager")]
    public async Task Should_be_seen_by_nobody_but_the_officer(string role)
    {
        using var client = platform.Client(role: role);
        (await client.SendAsync(HttpMethod.Get, "/v1/data-protection/unconfirmed-withdrawals")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.SendAsync(HttpMethod.Get, "/v1/data-protection/emergency-accesses")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> WithdrawnAsync()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var consent = await client.ConsentAsync(person, ["health"]);
        var permit = (await platform.DecideAsync(person)).Permit.DisclosureId;
        await client.PostAsync($"/v1/consents/{consent}/withdraw", new { }, HttpStatusCode.OK);
        return permit;
    }

    private async Task<string[]> ListedAsync()
    {
        using var officer = platform.Client("network", "network", "data-protection-officer");
        var (status, page, _) = await officer.SendAsync(HttpMethod.Get, "/v1/data-protection/unconfirmed-withdrawals");
        status.ShouldBe(HttpStatusCode.OK);
        page.ToJsonString().ShouldNotContain("personRef");
        return [.. page["items"]!.AsArray().Select(item => (string)item!["disclosureId"]!)];
    }
}
