using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Screening.V1;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_two_records_are_one_person(ScreeningPlatform platform)
{
    private const string Merge = """{"outcome":"marked-duplicate"}""";
    private const string Separate = """{"outcome":"marked-distinct"}""";

    [Fact]
    public async Task Should_be_merged_by_two_keep_both_histories_and_come_apart_again()
    {
        using var mediator = platform.Client(centre: "cnaim-evora");
        using var colleague = platform.Client(centre: "cnaim-evora", role: "reception");
        var (kept, other) = (await mediator.RegisterAsync("Loendro Encarnado"), await mediator.RegisterAsync("Loendro Encarnado"));
        var (first, second) = (await mediator.StartInterviewAsync(kept), await mediator.StartInterviewAsync(other));
        var path = $"/v1/people/{kept}/duplicates/{other}";
        ((string)(await mediator.SendAsync(HttpMethod.Post, path, Merge)).Body["status"]!).ShouldBe("proposed");
        (await HitsAsync(mediator)).ShouldBe([kept, other], ignoreOrder: true);
        (await mediator.SendAsync(HttpMethod.Post, path, Merge)).Body.Code().ShouldBe("duplicate-second-person");
        ((string)(await colleague.SendAsync(HttpMethod.Post, path, Merge)).Body["status"]!).ShouldBe("marked-duplicate");
        (await HitsAsync(mediator)).ShouldBe([kept]);
        (await InterviewsAsync(mediator, kept)).ShouldBe([first, second], ignoreOrder: true);
        (await InterviewsAsync(mediator, other)).ShouldBe([first, second], ignoreOrder: true);
        (await mediator.SendAsync(HttpMethod.Get, $"/v1/people/{other}")).Status.ShouldBe(HttpStatusCode.OK);
        ((string)(await colleague.SendAsync(HttpMethod.Post, path, Separate)).Body["status"]!).ShouldBe("marked-distinct");
        (await InterviewsAsync(mediator, kept)).ShouldBe([first]);
        (await HitsAsync(mediator)).ShouldBe([kept, other], ignoreOrder: true);
        (await mediator.SendAsync(HttpMethod.Get, $"/v1/people/{kept}/duplicates")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_be_asked_to_be_forgotten_together()
    {
        using var mediator = platform.Client(centre: "cnaim-evora");
        using var colleague = platform.Client(centre: "cnaim-evora", role: "reception");
        var (kept, other, another) = (await mediator.RegisterAsync("Zambujeiro Bravo"), await mediator.RegisterAsync("Zambujeiro Bravo"), await mediator.RegisterAsync("Zambujeiro Bravo"));
        foreach (var desk in (HttpClient[])[mediator, colleague])
        {
            (await desk.SendAsync(HttpMethod.Post, $"/v1/people/{kept}/duplicates/{other}", Merge)).Status.ShouldBe(HttpStatusCode.OK);
        }

        await mediator.PostAsync($"/v1/people/{other}/erasures", new { });

        (await OpenOrdersAsync(kept), await OpenOrdersAsync(other), await OpenOrdersAsync(another)).ShouldBe((1L, 1L, 0L));
    }

    [Fact]
    public async Task Should_open_to_a_centre_nothing_that_it_did_not_see()
    {
        using var lisboa = platform.Client();
        using var colleague = platform.Client(role: "reception");
        using var beja = platform.Client(centre: "cnaim-beja");
        var created = await lisboa.PostAsync("/v1/people", new { givenNames = "Giesta" });
        var (kept, other) = (await lisboa.RegisterAsync("Giesta Branca"), (string)created["id"]!);
        await beja.PostAsync("/v1/people/search", new { processNumber = (string)created["processNumber"]! }, HttpStatusCode.OK);
        var interview = await lisboa.StartInterviewAsync(kept);
        foreach (var desk in (HttpClient[])[lisboa, colleague])
        {
            (await desk.SendAsync(HttpMethod.Post, $"/v1/people/{kept}/duplicates/{other}", Merge)).Status.ShouldBe(HttpStatusCode.OK);
        }

        var process = (await beja.SendAsync(HttpMethod.Get, $"/v1/people/{other}/process")).Body;
        process["mergedWith"]!.AsArray().ShouldBeEmpty();
        process.ToJsonString().ShouldNotContain(interview);
        (await beja.PostAsync("/v1/people/search", new { name = "Giesta" }, HttpStatusCode.OK))["items"]!.AsArray().Count.ShouldBe(1);
        (await beja.SendAsync(HttpMethod.Post, $"/v1/people/{other}/duplicates/{kept}", Separate)).Body.Code().ShouldBe("person-not-found");
    }

    [Fact]
    public async Task Should_say_why_they_are_alike_and_what_waits_for_whom()
    {
        using var mediator = platform.Client(centre: "cnaim-viseu");
        using var colleague = platform.Client(centre: "cnaim-viseu", role: "coordinator");
        using var elsewhere = platform.Client(centre: "cnaim-faro", role: "coordinator");
        var (kept, other) = (await RegisterAsync(mediator), await RegisterAsync(mediator));
        var alike = (await mediator.SendAsync(HttpMethod.Get, $"/v1/people/{kept}/duplicates")).Body["items"]!.AsArray().Single()!;
        alike["because"]!.AsArray().Select(reason => (string)reason!).ShouldBe(["name", "birth", "nationality"]);
        alike["proposal"].ShouldBeNull();
        (await WaitingAsync(colleague)).ShouldBeEmpty();

        ((string)(await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{kept}/duplicates/{other}", """{"outcome":"unsure"}""")).Body["status"]!).ShouldBe("unsure");
        (await WaitingAsync(colleague)).Single().ToJsonString().ShouldSatisfyAllConditions(pair => pair.ShouldContain("unsure"), pair => pair.ShouldNotContain("Medronheiro"));
        ((string)(await colleague.SendAsync(HttpMethod.Post, $"/v1/people/{kept}/duplicates/{other}", Merge)).Body["status"]!).ShouldBe("proposed");

        var proposal = (await mediator.SendAsync(HttpMethod.Get, $"/v1/people/{other}/duplicates")).Body["items"]!.AsArray().Single()!["proposal"]!;
        ((string)proposal["status"]!, (string)proposal["keptId"]!, (bool)proposal["isOwn"]!).ShouldBe(("proposed", kept, false));
        ((bool)(await WaitingAsync(colleague)).Single()["isOwn"]!).ShouldBeTrue();
        (await WaitingAsync(elsewhere)).ShouldBeEmpty();
        await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{kept}/duplicates/{other}", Merge);
        (await WaitingAsync(colleague)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_wait_in_no_list_and_be_no_candidate_when_one_is_for_named_staff()
    {
        using var mediator = platform.Client(centre: "cnaim-braga");
        using var colleague = platform.Client(centre: "cnaim-braga", role: "coordinator");
        var (kept, other) = (await RegisterAsync(mediator), await RegisterAsync(mediator));
        await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{kept}/duplicates/{other}", Merge);
        (await WaitingAsync(colleague)).Count.ShouldBe(1);

        await mediator.PostAsync($"/v1/people/{other}/protect", new { staff = new[] { "x" } }, HttpStatusCode.OK);

        (await WaitingAsync(colleague)).ShouldBeEmpty();
        (await colleague.SendAsync(HttpMethod.Get, $"/v1/people/{kept}/duplicates")).Body["items"]!.AsArray().ShouldBeEmpty();
        (await mediator.SendAsync(HttpMethod.Get, $"/v1/people/{kept}/duplicates")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_make_no_chains()
    {
        using var mediator = platform.Client(centre: "cnaim-beja");
        using var colleague = platform.Client(centre: "cnaim-beja", role: "reception");
        string[] people = [await mediator.RegisterAsync("Urze"), await mediator.RegisterAsync("Urze"), await mediator.RegisterAsync("Urze")];
        foreach (var desk in (HttpClient[])[mediator, colleague])
        {
            (await desk.SendAsync(HttpMethod.Post, $"/v1/people/{people[0]}/duplicates/{people[1]}", Merge)).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{people[2]}/duplicates/{people[0]}", Merge)).Body.Code().ShouldBe("duplicate-chained");
        (await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{people[1]}/duplicates/{people[2]}", Merge)).Body.Code().ShouldBe("duplicate-chained");
        (await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{people[1]}/duplicates/{people[0]}", Merge)).Body.Code().ShouldBe("duplicate-otherwise");
        (await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{people[0]}/duplicates/{people[2]}", Merge)).Status.ShouldBe(HttpStatusCode.OK);
        (await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{people[0]}/duplicates/{people[0]}", Merge)).Body.Code().ShouldBe("duplicate-invalid");
        (await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{people[0]}/duplicates/{people[2]}", """{"outcome":"perhaps"}""")).Body.Code().ShouldBe("duplicate-invalid");
    }

    [Fact]
    public async Task Should_be_resolved_over_gRPC_as_well()
    {
        using var http = platform.Client();
        var request = new ResolveDuplicateRequest { PersonRef = await http.RegisterAsync("Esteva"), OtherRef = await http.RegisterAsync("Esteva"), Outcome = "marked-duplicate" };
        var (one, two) = (new V1.People.PeopleClient(platform.Channel("reception", "cnaim-lisboa", "mediator")), new V1.People.PeopleClient(platform.Channel("reception", "cnaim-lisboa", "coordinator")));
        (await one.ResolveDuplicateAsync(request, cancellationToken: TestContext.Current.CancellationToken)).Ref.ShouldBe(request.PersonRef);
        var refused = await Should.ThrowAsync<RpcException>(async () => await one.ResolveDuplicateAsync(request));
        (refused.StatusCode, refused.Trailers.GetValue("cnaim-problem")).ShouldBe((StatusCode.PermissionDenied, "duplicate-second-person"));
        await two.ResolveDuplicateAsync(request, cancellationToken: TestContext.Current.CancellationToken);
        (await http.SendAsync(HttpMethod.Get, $"/v1/people/{request.PersonRef}/process")).Body["mergedWith"]!.AsArray().Count.ShouldBe(1);
    }

    private static async Task<string> RegisterAsync(HttpClient client) =>
        (string)(await client.PostAsync("/v1/people", new { givenNames = "Medronheiro", birth = "1990", nationalities = "AO" }))["id"]!;

    private static async Task<IReadOnlyList<JsonNode>> WaitingAsync(HttpClient client) => [.. Items((await client.SendAsync(HttpMethod.Get, "/v1/people/duplicates")).Body, "items")];

    private static async Task<string[]> HitsAsync(HttpClient client) =>
        [.. Items(await client.PostAsync("/v1/people/search", new { name = "Loendro Encarnado" }, HttpStatusCode.OK), "items").Select(hit => (string)hit["person"]!["id"]!)];

    private static async Task<string[]> InterviewsAsync(HttpClient client, string person) =>
        [.. Items((await client.SendAsync(HttpMethod.Get, $"/v1/people/{person}/process")).Body, "interviews").Select(interview => (string)interview["id"]!)];

    private Task<long> OpenOrdersAsync(string person) =>
        platform.ScalarAsync<long>("SELECT count(*) FROM erasure AS e JOIN person_ref AS r USING (person_id) WHERE r.ref = $1 AND e.status = 'requested'", person);

    private static IEnumerable<JsonNode> Items(JsonObject body, string member) => body[member]!.AsArray().Select(item => item!);
}
