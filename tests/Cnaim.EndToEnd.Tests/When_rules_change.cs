using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.EndToEnd.Tests.Support;
using Cnaim.Testing;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_rules_change(PlatformFixture fixture) : IDisposable
{
    // Far ahead, so that no other test's date is touched.
    private const string FirstDay = "2031-01-01";
    private const string Versions = "/api/screening/v1/rules/versions";
    private static readonly Desk Administrator = new("reception", "cnaim-lisboa", "administrator", 91);
    private static readonly Desk Second = new("reception", "cnaim-lisboa", "administrator", 92);
    private readonly Api _api = new(fixture.Platform);

    [Fact]
    public async Task Should_assess_by_the_version_of_the_interviews_date_without_a_restart()
    {
        var process = fixture.Platform.Handle["screening"].Process;
        (await RaisesAsync("2031-01-02")).ShouldBeFalse();

        var loaded = (await _api.PostAsync(Administrator, Versions, NewVersion())).ShouldBe(HttpStatusCode.Created).Json["version"]!.ToString();
        (await RaisesAsync("2031-01-02")).ShouldBeFalse("a draft is not in force");
        (await _api.PostAsync(Administrator, $"{Versions}/{loaded}/approve", new JsonObject())).ShouldBeProblem(403, "rules-second-person-needed");
        (await _api.PostAsync(Second, $"{Versions}/{loaded}/approve", new JsonObject())).ShouldBe(HttpStatusCode.OK);

        (await RaisesAsync("2031-01-02")).ShouldBeTrue();
        (await RaisesAsync("2030-12-31")).ShouldBeFalse();
        fixture.Platform.Handle["screening"].Process.ShouldBe(process);
    }

    [Fact]
    public async Task Should_refuse_rules_that_name_what_does_not_exist()
    {
        var body = NewVersion();
        body["issues"]!["issues"]!.AsArray()[0]!["when"] = JsonNode.Parse("""{"equals":["no-such-question","yes"]}""");

        (await _api.PostAsync(Administrator, Versions, body)).ShouldBeProblem(422, "rules-invalid").Text.ShouldContain("no-such-question");
    }

    [Fact]
    public async Task Should_not_let_a_desk_change_rules() => (await _api.PostAsync(Api.Lisbon, Versions, NewVersion())).ShouldBe(HttpStatusCode.Forbidden);

    public void Dispose() => _api.Dispose();

    // The shipped issues with one more: whoever is a woman raises it, at an office and with a request that exist.
    private static JsonObject NewVersion()
    {
        var issues = JsonNode.Parse(File.ReadAllText(Repository.At("deploy", "data", "rules", "issues.json")))!;
        var added = issues["issues"]!.AsArray().First(issue => string.Equals(issue!["code"]!.ToString(), "numbers.nif", StringComparison.Ordinal))!.DeepClone();
        added["code"] = "test.left-handed";
        added["when"] = JsonNode.Parse("""{"equals":["gender","woman"]}""");
        issues["issues"]!.AsArray().Add(added);
        return new JsonObject { ["validFrom"] = FirstDay, ["issues"] = issues };
    }

    private async Task<bool> RaisesAsync(string date)
    {
        var interviewId = await _api.InterviewAsync(Api.Lisbon, await _api.RegisterAsync(Api.Lisbon), date);
        (await _api.PutAsync(Api.Lisbon, $"{ApiSteps.Interviews}/{interviewId}/answers", new JsonObject { ["gender"] = "woman" })).ShouldBe(HttpStatusCode.OK);
        var found = await _api.AssessAsync(Api.Lisbon, interviewId);
        return found["issues"]!.AsArray().Any(issue => issue!["code"]!.ToString() is "test.left-handed");
    }
}
