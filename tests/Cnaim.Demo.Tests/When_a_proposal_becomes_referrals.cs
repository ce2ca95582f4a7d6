using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.Demo.Play;

namespace Cnaim.Demo.Tests;

public class When_a_proposal_becomes_referrals
{
    public static TheoryData<string> Scenarios { get; } = [.. Samples.Data.Scenarios.Select(scenario => scenario.Id)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Should_send_every_issue_and_every_request_to_the_proposed_office(string id)
    {
        var expected = Samples.Data.Scenarios.Single(scenario => string.Equals(scenario.Id, id, StringComparison.Ordinal)).Expected;

        var referrals = Proposals.Read(Assessment(expected), Samples.Data);

        foreach (var proposal in expected["referrals"]!.AsArray())
        {
            var own = referrals.Where(referral => string.Equals(referral.Request.Office, proposal!["office"]!.ToString(), StringComparison.Ordinal)).ToList();
            own.SelectMany(referral => referral.Issues).Distinct(StringComparer.Ordinal).ShouldBe(Texts(proposal!["for_issues"]!), ignoreOrder: true);
            var requests = Texts(proposal["requests"]!).ToList();
            own.Count.ShouldBe(Math.Max(1, requests.Count));
            requests.Except(own.Select(referral => referral.Request.Code), StringComparer.Ordinal).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Should_take_the_priority_of_its_most_urgent_issue()
    {
        var assessment = new JsonObject
        {
            ["issues"] = new JsonArray(Issue("safety.immediate-danger", "immediate"), Issue("social.low-income", "normal")),
            ["referrals"] = new JsonArray(Proposal("victim-support", "safety.immediate-danger", "victim-support.shelter"), Proposal("social-support", "social.low-income", "social-support.needs-assessment")),
        };

        Proposals.Read(Answer(assessment), Samples.Data).Select(referral => referral.Priority).ShouldBe(["emergency", "routine"]);
    }

    [Fact]
    public void Should_never_carry_the_status_for_a_status_blind_request()
    {
        foreach (var request in Samples.Data.Requests.Values)
        {
            var categories = Categories.Of(request);
            categories.Contains("identity", StringComparer.Ordinal).ShouldBeTrue();
            (request.IsStatusBlind && categories.Contains("residence-status", StringComparer.Ordinal)).ShouldBeFalse(request.Code);
        }
    }

    private static GatewayAnswer Assessment(JsonObject expected) => Answer(new JsonObject
    {
        ["issues"] = new JsonArray(Texts(expected["issues"]!).Select(code => (JsonNode)Issue(code, "normal")).ToArray()),
        ["referrals"] = new JsonArray(expected["referrals"]!.AsArray().Select(proposal => (JsonNode)new JsonObject
        {
            ["office"] = proposal!["office"]!.ToString(),
            ["forIssues"] = proposal["for_issues"]!.DeepClone(),
            ["requests"] = proposal["requests"]!.DeepClone(),
        }).ToArray()),
    });

    private static GatewayAnswer Answer(JsonNode body) => new() { Status = HttpStatusCode.OK, Body = body };

    private static JsonObject Issue(string code, string urgency) => new() { ["code"] = code, ["urgency"] = urgency };

    private static JsonObject Proposal(string office, string issue, string request) =>
        new() { ["office"] = office, ["forIssues"] = new JsonArray(issue), ["requests"] = new JsonArray(request) };

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => item!.ToString());
}
