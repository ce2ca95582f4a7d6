using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_person_says_no(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_keep_the_no_and_permit_nothing()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        var refused = await client.PostAsync("/v1/consents", No(person, interpreter: "M-017"));

        ((string)refused["decision"]!, (string)refused["status"]!, (string)refused["interpreter"]!).ShouldBe(("deny", "inactive", "M-017"));
        (await platform.DecideAsync(person)).Denial.Code.ShouldBe("consent-missing");
        await client.PostAsync($"/v1/consents/{refused["id"]}/activate", new { }, HttpStatusCode.Conflict);
        (await platform.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'consent.denied' AND record_id = $1", (string)refused["id"]!)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_not_take_back_a_yes()
    {
        using var client = platform.Client();
        var person = await client.RegisterAsync();
        await client.ConsentAsync(person, ["health"]);
        await client.PostAsync("/v1/consents", No(person));
        (await platform.DecideAsync(person)).Permit.ShouldNotBeNull();
    }

    /// <summary>That somebody did not want an office to know them is not for that office.</summary>
    [Fact]
    public async Task Should_be_shown_to_no_office_that_was_refused()
    {
        using var client = platform.Client();
        using var health = platform.Client("health", role: "office-agent");
        var person = await client.RegisterAsync();
        var given = await client.ConsentAsync(person, ["health"]);
        var refused = (string)(await client.PostAsync("/v1/consents", No(person)))["id"]!;
        var asHealth = await platform.ScalarAsync<string>("SELECT ref FROM person_ref AS r JOIN consent AS c USING (person_id) WHERE consent_id = $1 AND r.office = 'health'", Guid.Parse(given));

        (await health.SendAsync(HttpMethod.Get, $"/v1/consents/{refused}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await health.PostAsync($"/v1/consents/{refused}/withdraw", new { }, HttpStatusCode.NotFound)).Code().ShouldBe("consent-not-found");
        (await Ids(health, asHealth)).ShouldBe([given]);
        (await Ids(client, person)).ShouldBe([refused, given], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_give_no_reference_to_an_office_that_was_refused()
    {
        using var client = platform.Client();
        var refused = (string)(await client.PostAsync("/v1/consents", No(await client.RegisterAsync())))["id"]!;
        (await platform.ScalarAsync<long>("SELECT count(*) FROM person_ref AS r JOIN consent AS c USING (person_id) WHERE consent_id = $1 AND r.office = 'health'", Guid.Parse(refused))).ShouldBe(0);
    }

    [Theory]
    [InlineData("decision", """ "decision": "perhaps" """)]
    [InlineData("status", """ "decision": "deny", "status": "draft" """)]
    [InlineData("interpreter", """ "interpreter": "" """)]
    [InlineData("interpreter", """ "interpreter": "12345678901234567890123456789012345678901" """)]
    public async Task Should_name_what_cannot_be(string field, string change)
    {
        using var client = platform.Client();
        var consent = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(No(await client.RegisterAsync(), decision: null)))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{{change}}}")!.AsObject())
        {
            consent[name] = value?.DeepClone();
        }

        (await client.PostAsync("/v1/consents", consent, HttpStatusCode.UnprocessableEntity)).Errors().ShouldBe([field]);
    }

    private static async Task<string[]> Ids(HttpClient client, string person) =>
        [.. (await client.SendAsync(HttpMethod.Get, $"/v1/people/{person}/consents")).Body["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    private static object No(string personId, string? decision = "deny", string? interpreter = null) => new
    {
        personId,
        decision,
        interpreter,
        recipients = new[] { "health" },
        purposes = new[] { "resolve-issue" },
        validTo = "2099-12-31",
        language = "por",
        evidence = "read-aloud",
    };
}
