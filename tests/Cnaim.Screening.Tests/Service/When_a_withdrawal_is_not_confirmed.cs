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
