using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cnaim.Screening.Tests.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_rules_change(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_assess_by_the_version_in_force_on_the_interviews_date_on_every_replica_without_a_restart()
    {
        await using var replica = await platform.StartReplicaAsync();
        using var administrator = platform.Client("identity", "cnaim-lisboa", "administrator");
        var loaded = await administrator.PostAsync("/v1/rules/versions", new { validFrom = "2040-01-01", issues = WithIssue("test.new-issue") });
        ((string)loaded["status"]!).ShouldBe("draft");
        (await RaisedAsync("2040-06-01", platform.Screening)).ShouldNotContain("test.new-issue");
        using var second = platform.Client("identity", "", "national-manager");
        (await second.PostAsync($"/v1/rules/versions/{loaded["version"]}/approve", new { }, HttpStatusCode.OK))["status"]!.GetValue<string>().ShouldBe("approved");
        (await RaisedAsync("2040-06-01", platform.Screening)).ShouldContain("test.new-issue");
        (await RaisedAsync("2039-12-31", platform.Screening)).ShouldNotContain("test.new-issue");
        await Eventually(async () => (await RaisedAsync("2040-06-01", replica)).Contains("test.new-issue", StringComparer.Ordinal));
        (await administrator.SendAsync(HttpMethod.Post, "/v1/rules/versions", new JsonObject { ["validFrom"] = "2040-01-01", ["issues"] = WithIssue("test.new-issue") }.ToJsonString()))
            .Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Should_be_shown_with_its_differences_and_approved_by_another_person()
    {
        using var administrator = platform.Client("identity", "", "administrator");
        var loaded = await administrator.PostAsync("/v1/rules/versions", new { validFrom = "2031-01-01", issues = WithIssue("test.for-two") });
        var path = $"/v1/rules/versions/{loaded["version"]}";
        var differences = await administrator.GetFromJsonAsync<JsonObject>(path + "/differences", TestContext.Current.CancellationToken);
        ((string)differences!["follows"]!).ShouldBe("1");
        ((string)differences["items"]!.AsArray().ShouldHaveSingleItem()!["code"]!).ShouldBe("test.for-two");

        var (status, problem, _) = await administrator.SendAsync(HttpMethod.Post, path + "/approve", "{}");
        (status, problem.Code()).ShouldBe((HttpStatusCode.Forbidden, "rules-second-person-needed"));
        ((string)(await administrator.GetFromJsonAsync<JsonObject>(path, TestContext.Current.CancellationToken))!["loadedBy"]!).ShouldNotBeEmpty();

        using var mediator = platform.Client();
        (await mediator.SendAsync(HttpMethod.Get, path + "/differences")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await mediator.SendAsync(HttpMethod.Get, path)).Body["loadedBy"].ShouldBeNull();
    }

    [Fact]
    public async Task Should_take_a_whole_set_larger_than_other_bodies()
    {
        using var administrator = platform.Client("identity", "cnaim-lisboa", "administrator");
        var set = await administrator.PostAsync("/v1/rules/versions", new
        {
            validFrom = "2090-01-01",
            questions = Shipped.Documents.Questions,
            issues = Shipped.Documents.Issues,
            eligibility = Shipped.Documents.Eligibility,
            offices = Shipped.Documents.Offices,
        });
        ((int)set["rules"]!).ShouldBe(120);
    }

    [Fact]
    public async Task Should_be_the_only_large_body()
    {
        using var client = platform.Client();
        var large = $$"""{"givenNames":"Large","ignored":"{{new string('x', 300_000)}}"}""";
        (await client.SendAsync(HttpMethod.Post, "/v1/people", large)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Should_refuse_what_does_not_exist_and_store_nothing()
    {
        using var administrator = platform.Client("identity", "cnaim-lisboa", "administrator");
        var issues = WithIssue("test.bad-issue");
        issues["issues"]!.AsArray()[^1]!["offices"] = new JsonArray("moon");
        var (status, problem, _) = await administrator.SendAsync(HttpMethod.Post, "/v1/rules/versions", new JsonObject { ["validFrom"] = "2041-01-01", ["issues"] = issues }.ToJsonString());
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.Code().ShouldBe("rules-invalid");
        ((string)problem["errors"]!["documents"]![0]!).ShouldBe("issue test.bad-issue: unknown office 'moon'");
    }

    [Fact]
    public async Task Should_be_changed_by_administrators_and_national_managers_only()
    {
        using var mediator = platform.Client();
        (await mediator.SendAsync(HttpMethod.Post, "/v1/rules/versions", """{"validFrom":"2040-01-01"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await mediator.SendAsync(HttpMethod.Post, "/v1/rules/versions/1/approve", "{}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await mediator.SendAsync(HttpMethod.Get, "/v1/rules/versions?date=2026-11-02")).Body["items"]!.AsArray().Count.ShouldBe(1);
    }

    private async Task<string[]> RaisedAsync(string date, ScreeningProcess replica)
    {
        using var client = platform.Client(replica: replica);
        var interview = await client.StartInterviewAsync(await client.RegisterAsync(), date);
        await client.AnswerAsync(interview, new Dictionary<string, string>(StringComparer.Ordinal) { ["gender"] = "other" });
        var assessment = await client.PostAsync($"/v1/interviews/{interview}/assessment", new { }, HttpStatusCode.OK);
        return [.. assessment["issues"]!.AsArray().Select(issue => (string)issue!["code"]!)];
    }

    private static JsonObject WithIssue(string code)
    {
        var issues = JsonNode.Parse(Shipped.Read("issues.json").GetRawText())!.AsObject();
        issues["issues"]!.AsArray().Add(JsonNode.Parse(
            $$"""{"code":"{{code}}","kind":"issue","when":{"equals":["gender","other"]},"offices":["health"],"urgency":"low","requests":["health.user-number"]}"""));
        return issues;
    }

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The other replica did not take over the approved version.");
    }
}
