using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_minor_is_spoken_for(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_refuse_a_childs_own_word_and_take_a_guardians()
    {
        using var client = platform.Client();
        var child = await RegisterAsync(client, Years(10));
        var (status, problem, _) = await GrantAsync(client, child);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.Errors().ShouldBe(["givenBy"]);

        var (granted, consent, _) = await GrantAsync(client, child, "guardian", "parent");
        granted.ShouldBe(HttpStatusCode.Created, consent.ToJsonString());
        ((string)consent["guardianRelation"]!).ShouldBe("parent");
        (await platform.DecideAsync(child)).Permit.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("guardian", null, "guardianRelation")]
    [InlineData("guardian", "neighbour", "guardianRelation")]
    [InlineData("self", "parent", "guardianRelation")]
    public async Task Should_need_to_know_who_the_guardian_is(string givenBy, string? relation, string member)
    {
        using var client = platform.Client();
        var (status, problem, _) = await GrantAsync(client, await RegisterAsync(client, Years(17)), givenBy, relation);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.Errors().ShouldBe([member]);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(null)]
    public async Task Should_let_no_guardian_speak_for_an_adult_or_without_a_known_birth(int? years)
    {
        using var client = platform.Client();
        var (status, problem, _) = await GrantAsync(client, await RegisterAsync(client, years is { } age ? Years(age) : null), "guardian", "parent");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.Errors().ShouldBe(["givenBy"]);
    }

    [Fact]
    public async Task Should_let_the_young_speak_for_themselves_from_sixteen()
    {
        using var client = platform.Client();
        (await GrantAsync(client, await RegisterAsync(client, Years(16)))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Should_end_a_guardians_word_at_majority()
    {
        using var client = platform.Client();
        var (_, consent, _) = await GrantAsync(client, await RegisterAsync(client, Years(17)), "guardian", "legal-guardian");
        ((DateTimeOffset)consent["validTo"]!).ShouldBeLessThan(TimeProvider.System.GetUtcNow().AddYears(1).AddDays(1));
    }

    [Fact]
    public async Task Should_end_a_guardians_word_at_once_when_the_person_turns_out_to_be_of_age()
    {
        using var client = platform.Client();
        var child = await RegisterAsync(client, Years(12));
        await GrantAsync(client, child, "guardian", "parent");
        var permit = (await platform.DecideAsync(child)).Permit.DisclosureId;
        await platform.FetchAsync("health", permit);

        var body = JsonSerializer.Serialize(new { givenNames = "Alecrim", birth = Years(20) });
        (await client.SendAsync(HttpMethod.Put, $"/v1/people/{child}", body, ifMatch: "\"1\"")).Status.ShouldBe(HttpStatusCode.OK);

        await platform.ShouldNotFetchAsync("health", permit);
        (await platform.DecideAsync(child)).Denial.Code.ShouldBe("consent-missing");
    }

    private static string Years(int ago) => TimeProvider.System.GetUtcNow().AddYears(-ago).AddDays(-3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> RegisterAsync(HttpClient client, string? birth) =>
        (string)(await client.PostAsync("/v1/people", new { givenNames = "Alecrim", birth }))["id"]!;

    private static Task<(HttpStatusCode Status, JsonObject Body, System.Net.Http.Headers.HttpResponseHeaders Headers)> GrantAsync(
        HttpClient client, string personId, string? givenBy = null, string? guardianRelation = null) => client.SendAsync(HttpMethod.Post, "/v1/consents", JsonSerializer.Serialize(new
        {
            personId,
            recipients = new[] { "health" },
            purposes = new[] { "resolve-issue" },
            categories = new[] { "identity", "contact" },
            givenBy,
            guardianRelation,
            validTo = "2099-12-31",
            language = "por",
            evidence = "signature",
        }));
}
