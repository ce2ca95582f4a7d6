using System.Net;
using System.Text.Json;
using Cnaim.Offices.Tests.Support;
using Cnaim.Tax;

namespace Cnaim.Offices.Tests.Cases;

public sealed class When_somebody_asks_who_saw_them(OfficeNetwork network)
{
    private const string Centre = "cnaim-beja";

    [Fact]
    public async Task Should_list_every_access_of_this_centre_newest_first()
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var desk = tax.At(Centre, "mediator");
        using var officer = tax.At(Centre, "data-protection-officer");
        var person = ReferralApi.NewPerson();
        using var opened = await desk.PostNewAsync("/v1/cases", new { personId = person, request = "tax.nif" });
        var path = "/v1/cases/" + (await opened.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        (await desk.LookAsync(path)).Dispose();
        await desk.OpenCaseAsync("tax.nif");
        (await desk.LookAsync("/v1/cases")).Dispose();
        (await desk.LookAsync("/v1/cases?limit=1")).Dispose();

        using var answer = await officer.LookAsync("/v1/audit/persons/" + person);
        using var again = await officer.LookAsync("/v1/audit/persons/" + person);

        Actions(await answer.JsonAsync(HttpStatusCode.OK)).ShouldBe(["mediator case.listed", "mediator case.read", "mediator case.opened"]);
        Actions(await again.JsonAsync(HttpStatusCode.OK))[0].ShouldBe("data-protection-officer audit.shown");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_show_nothing_of_another_centre_and_the_same_of_nobody()
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var desk = tax.At(Centre);
        using var elsewhere = tax.At("cnaim-guarda", "focal-point");
        var person = ReferralApi.NewPerson();
        (await desk.PostNewAsync("/v1/cases", new { personId = person, request = "tax.nif" })).Dispose();

        using var hidden = await elsewhere.LookAsync("/v1/audit/persons/" + person);
        using var missing = await elsewhere.LookAsync("/v1/audit/persons/" + ReferralApi.NewPerson());

        (await hidden.JsonAsync(HttpStatusCode.OK)).GetRawText().ShouldBe((await missing.JsonAsync(HttpStatusCode.OK)).GetRawText());
    }

    [Theory]
    [InlineData("office-agent", "tax")]
    [InlineData("coordinator", "tax")]
    [InlineData("data-protection-officer", "health")]
    [InlineData("focal-point", "borders")]
    public async Task Should_be_shown_to_the_offices_own_officers_only(string role, string office)
    {
        var tax = await network.StartAsync<TaxService>("tax");
        using var curious = tax.At(Centre, role, office);

        using var refused = await curious.LookAsync("/v1/audit/persons/" + ReferralApi.NewPerson());

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static List<string> Actions(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("role").GetString()} {item.GetProperty("action").GetString()}")];
}
