using System.Text.Json;
using Cnaim.Screening.Rules;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Rules;

public sealed class When_a_scenario_is_assessed
{
    private static readonly JsonElement[] Scenarios = [.. Shipped.Read("scenarios.json").GetProperty("scenarios").EnumerateArray()];

    public static TheoryData<string> Names => [.. Scenarios.Select(scenario => scenario.GetProperty("id").GetString()!)];

    [Fact]
    public void Should_know_all_forty() => Scenarios.Length.ShouldBe(40);

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_accept_its_answers(string id) =>
        AnswerRules.Check(Shipped.Rules, Shipped.Lists, Answers(Find(id))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_raise_exactly_its_issues_and_arrangements(string id)
    {
        var (expected, assessment) = Play(id);
        assessment.Issues.Select(issue => issue.Code).ShouldBe(Strings(expected, "issues"), ignoreOrder: true);
        assessment.Arrangements.ShouldBe(Strings(expected, "arrangements"), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_give_its_asserted_eligibility(string id)
    {
        var (expected, assessment) = Play(id);
        var results = assessment.Eligibility.ToDictionary(outcome => outcome.Rule, outcome => outcome.Result, StringComparer.Ordinal);
        foreach (var asserted in expected.GetProperty("eligibility").EnumerateObject())
        {
            foreach (var rule in asserted.Value.EnumerateArray())
            {
                results[rule.GetString()!].ShouldBe(asserted.Name.Replace('_', '-'), rule.GetString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_propose_its_referrals_with_their_requests(string id)
    {
        var (expected, assessment) = Play(id);
        var wanted = expected.GetProperty("referrals").EnumerateArray()
            .Select(referral => Line(referral.GetProperty("office").GetString()!, Strings(referral, "for_issues"), Strings(referral, "requests")));
        assessment.Referrals.Select(referral => Line(referral.Office, referral.ForIssues, referral.Requests)).ShouldBe(wanted, ignoreOrder: true);
    }

    [Fact]
    public void Should_assert_444_results() => Scenarios.Sum(scenario => scenario.GetProperty("expected").GetProperty("eligibility").EnumerateObject()
        .Sum(asserted => asserted.Value.GetArrayLength())).ShouldBe(444);

    private static (JsonElement Expected, Assessment Assessment) Play(string id)
    {
        var scenario = Find(id);
        var date = DateOnly.Parse(scenario.GetProperty("evaluate_at").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        return (scenario.GetProperty("expected"), Assess.Run(Shipped.Version, Answers(scenario), date, DateTimeOffset.UnixEpoch));
    }

    private static JsonElement Find(string id) => Scenarios.Single(scenario => scenario.GetProperty("id").ValueEquals(id));

    private static Dictionary<string, JsonElement> Answers(JsonElement scenario) =>
        scenario.GetProperty("answers").Deserialize<Dictionary<string, JsonElement>>()!;

    private static string[] Strings(JsonElement element, string member) =>
        [.. element.GetProperty(member).EnumerateArray().Select(item => item.GetString()!)];

    private static string Line(string office, IEnumerable<string> issues, IEnumerable<string> requests) =>
        $"{office} for {string.Join(' ', issues.Order(StringComparer.Ordinal))}: {string.Join(' ', requests.Order(StringComparer.Ordinal))}";
}
