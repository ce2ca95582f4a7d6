using System.Net;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_a_person_is_screened(PlatformFixture fixture) : IDisposable
{
    private readonly Api _api = new(fixture.Platform);

    public static TheoryData<string> ShippedPersons { get; } = [.. ScenarioFile.Shipped.Select(person => person["id"]!.ToString())];

    public static TheoryData<string> FurtherPersons { get; } = [.. ScenarioFile.Further.Select(person => person["id"]!.ToString())];

    [Theory]
    [MemberData(nameof(ShippedPersons))]
    public Task Should_find_exactly_what_the_scenario_expects(string id) => Play(ScenarioFile.Shipped, id);

    [Theory]
    [MemberData(nameof(FurtherPersons))]
    public Task Should_find_exactly_what_the_rules_say_of_further_persons(string id) => Play(ScenarioFile.Further, id);

    public void Dispose() => _api.Dispose();

    private async Task Play(IReadOnlyList<JsonNode> persons, string id)
    {
        var person = persons.Single(candidate => string.Equals(candidate["id"]!.ToString(), id, StringComparison.Ordinal));
        var expected = person["expected"]!;
        var personId = await _api.RegisterAsync(Api.Lisbon, person["alias"]!.ToString());
        var interviewId = await _api.InterviewAsync(Api.Lisbon, personId, person["evaluate_at"]!.ToString());
        (await _api.PutAsync(Api.Lisbon, $"{ApiSteps.Interviews}/{interviewId}/answers", person["answers"]!)).ShouldBe(HttpStatusCode.OK);

        var found = await _api.AssessAsync(Api.Lisbon, interviewId);

        Codes(found["issues"]!, "code").ShouldBe(Codes(expected["issues"]!), ignoreOrder: true);
        Codes(found["arrangements"]!).ShouldBe(Codes(expected["arrangements"]!), ignoreOrder: true);
        Referrals(found["referrals"]!, "forIssues").ShouldBe(Referrals(expected["referrals"]!, "for_issues"), ignoreOrder: true);
        Asserted(expected).Except(Results(found), StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static List<string> Codes(JsonNode list, string? property = null) =>
        list.AsArray().Select(item => (property is null ? item! : item![property]!).ToString()).ToList();

    private static List<string> Referrals(JsonNode list, string issues) => list.AsArray()
        .Select(item => $"{item!["office"]} for {Sorted(item[issues]!)}: {Sorted(item["requests"]!)}")
        .ToList();

    private static string Sorted(JsonNode list) => string.Join(',', Codes(list).Order(StringComparer.Ordinal));

    private static HashSet<string> Results(JsonNode found) =>
        found["eligibility"]!.AsArray().Select(item => $"{item!["rule"]}: {item["result"]}").ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Asserted(JsonNode expected) =>
        from result in expected["eligibility"]!.AsObject()
        from rule in result.Value!.AsArray()
        select $"{rule}: {result.Key.Replace('_', '-')}";
}
