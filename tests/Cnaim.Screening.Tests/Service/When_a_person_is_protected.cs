using System.Net;
using Cnaim.Screening.V1;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_person_is_protected(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_be_there_for_named_staff_and_for_nobody_else()
    {
        using var mediator = platform.Client();
        using var colleague = platform.Client(role: "reception");
        using var named = platform.Client(role: "focal-point");
        var person = await mediator.RegisterAsync("Urze");
        var interview = await mediator.StartInterviewAsync(person);
        var consent = await mediator.ConsentAsync(person, ["health"]);
        await ShouldSeeAsync(colleague, person, interview, consent, isSeen: true);

        ((bool)(await mediator.PostAsync($"/v1/people/{person}/protect", new { staff = new[] { "focal-point@cnaim-lisboa.reception" } }, HttpStatusCode.OK))["isProtected"]!).ShouldBeTrue();

        await ShouldSeeAsync(colleague, person, interview, consent, isSeen: false);
        await ShouldSeeAsync(named, person, interview, consent, isSeen: true);
        await ShouldSeeAsync(mediator, person, interview, consent, isSeen: true);
        (await platform.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'person.read-denied' AND record_id = $1", person)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_answer_like_a_person_who_does_not_exist()
    {
        using var mediator = platform.Client();
        using var colleague = platform.Client(role: "reception");
        var person = await mediator.RegisterAsync();
        await mediator.PostAsync($"/v1/people/{person}/protect", new { staff = new[] { "x" } }, HttpStatusCode.OK);
        var hidden = await colleague.SendAsync(HttpMethod.Get, $"/v1/people/{person}");
        var missing = await colleague.SendAsync(HttpMethod.Get, $"/v1/people/{new string('a', 26)}");
        Comparable(hidden.Body).ShouldBe(Comparable(missing.Body));
        (await colleague.PostAsync($"/v1/people/{person}/protect", new { staff = Array.Empty<string>() }, HttpStatusCode.NotFound)).Code().ShouldBe("person-not-found");
    }

    [Fact]
    public async Task Should_be_in_no_search_and_no_suspicion_of_a_duplicate()
    {
        using var mediator = platform.Client();
        var name = "Zimbro" + Guid.NewGuid().ToString("N")[..8];
        var person = await mediator.PostAsync("/v1/people", new { givenNames = name });
        await mediator.PostAsync($"/v1/people/{person["id"]}/protect", new { staff = new[] { "x" } }, HttpStatusCode.OK);
        (await mediator.PostAsync("/v1/people/search", new { name }, HttpStatusCode.OK))["items"]!.AsArray().ShouldBeEmpty();
        (await mediator.PostAsync("/v1/people", new { givenNames = name }))["suspectedDuplicates"]!.AsArray().ShouldBeEmpty();
        using var colleague = platform.Client(role: "reception");
        (await colleague.PostAsync("/v1/people/search", new { processNumber = (string)person["processNumber"]! }, HttpStatusCode.OK))["items"]!.AsArray().ShouldBeEmpty();
        (await mediator.PostAsync("/v1/people/search", new { processNumber = (string)person["processNumber"]! }, HttpStatusCode.OK))["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_be_lifted_by_who_is_named_and_spoken_over_gRPC()
    {
        var people = new V1.People.PeopleClient(platform.Channel("reception", "cnaim-lisboa", "mediator"));
        using var mediator = platform.Client();
        using var colleague = platform.Client(role: "reception");
        var person = await mediator.RegisterAsync();
        await people.ProtectAsync(new ProtectPersonRequest { PersonRef = person, Staff = { "x" } }, cancellationToken: TestContext.Current.CancellationToken);
        (await colleague.SendAsync(HttpMethod.Get, $"/v1/people/{person}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await people.ProtectAsync(new ProtectPersonRequest { PersonRef = person }, cancellationToken: TestContext.Current.CancellationToken);
        (await colleague.SendAsync(HttpMethod.Get, $"/v1/people/{person}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_name_a_sensitive_office_to_nobody()
    {
        using var mediator = platform.Client();
        var person = await mediator.RegisterAsync();
        var consent = await mediator.ConsentAsync(person, ["health", "victim-support"]);
        using var colleague = platform.Client(role: "reception");
        foreach (var path in new[] { $"/v1/people/{person}/consents", $"/v1/people/{person}/process", $"/v1/consents/{consent}" })
        {
            var (_, body, _) = await colleague.SendAsync(HttpMethod.Get, path);
            body.ToJsonString().ShouldContain("specialised-support");
            body.ToJsonString().ShouldNotContain("victim");
        }
    }

    private static async Task ShouldSeeAsync(HttpClient client, string person, string interview, string consent, bool isSeen)
    {
        var expected = isSeen ? HttpStatusCode.OK : HttpStatusCode.NotFound;
        foreach (var path in new[] { $"people/{person}", $"people/{person}/process", $"people/{person}/consents", $"people/{person}/duplicates", $"people/{person}/notices", $"interviews/{interview}", $"consents/{consent}" })
        {
            (await client.SendAsync(HttpMethod.Get, "/v1/" + path)).Status.ShouldBe(expected, path);
        }

        (await client.SendAsync(HttpMethod.Post, $"/v1/interviews/{interview}/assessment", "{}")).Status.ShouldBe(expected);
    }

    private static string Comparable(System.Text.Json.Nodes.JsonObject problem)
    {
        problem.Remove("traceId");
        return problem.ToJsonString();
    }
}
