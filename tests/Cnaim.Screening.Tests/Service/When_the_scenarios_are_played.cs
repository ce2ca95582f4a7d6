using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cnaim.Screening.Tests.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_the_scenarios_are_played(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_give_what_is_expected_for_all_forty()
    {
        using var client = platform.Client();
        foreach (var scenario in Shipped.Read("scenarios.json").GetProperty("scenarios").EnumerateArray())
        {
            var id = scenario.GetProperty("id").GetString();
            var person = await client.RegisterAsync(scenario.GetProperty("alias").GetString()!);
            var interview = await client.StartInterviewAsync(person, scenario.GetProperty("evaluate_at").GetString()!);
            await client.AnswerAsync(interview, scenario.GetProperty("answers"));
            var (status, assessment, _) = await client.SendAsync(HttpMethod.Post, $"/v1/interviews/{interview}/assessment", "{}", key: null);
            status.ShouldBe(HttpStatusCode.OK, assessment.ToJsonString());
            Compare(id!, scenario.GetProperty("expected"), assessment);
        }
    }

    private static void Compare(string id, JsonElement expected, JsonObject assessment)
    {
        Codes(assessment["issues"]!, "code").ShouldBe(Strings(expected.GetProperty("issues")), ignoreOrder: true, id);
        assessment["arrangements"]!.AsArray().Select(code => (string)code!).ShouldBe(Strings(expected.GetProperty("arrangements")), ignoreOrder: true, id);
        Codes(assessment["referrals"]!, "office").ShouldBe(expected.GetProperty("referrals").EnumerateArray().Select(referral => referral.GetProperty("office").GetString()!), ignoreOrder: true, id);
        var results = assessment["eligibility"]!.AsArray().ToDictionary(outcome => (string)outcome!["rule"]!, outcome => (string)outcome!["result"]!, StringComparer.Ordinal);
        foreach (var asserted in expected.GetProperty("eligibility").EnumerateObject())
        {
            Strings(asserted.Value).ShouldAllBe(rule => results[rule] == asserted.Name.Replace('_', '-'), id);
        }
    }

    private static IEnumerable<string> Codes(JsonNode list, string member) => list.AsArray().Select(item => (string)item![member]!);

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
