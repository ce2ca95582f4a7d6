using System.Net;
using Cnaim.Screening.People;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_people_are_registered(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_answer_with_the_offices_own_reference_and_a_process_number()
    {
        using var client = platform.Client();
        var created = await client.PostAsync("/v1/people", new { givenNames = new[] { "Amina", "Zé" }, familyNames = "Diallo", birth = "about 1987", nationalities = new[] { "GW" }, languages = new[] { "pov" } });
        ((string)created["id"]!).ShouldMatch("^[a-z2-7]{26}$");
        ProcessNumber.IsValid((string)created["processNumber"]!).ShouldBeTrue();
        ((string)created["processNumber"]!).ShouldStartWith("L-");
        var (status, person, headers) = await client.SendAsync(HttpMethod.Get, $"/v1/people/{created["id"]}");
        status.ShouldBe(HttpStatusCode.OK);
        ((string)person["birth"]!).ShouldBe("about 1987");
        headers.ETag!.Tag.ShouldBe("\"1\"");
    }

    [Fact]
    public async Task Should_need_nothing_but_number_them_without_a_gap_in_between()
    {
        using var faro = platform.Client(centre: "cnaim-faro");
        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (string)(await faro.PostAsync("/v1/people", new { }))["processNumber"]!));
        numbers.Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
        numbers.Select(number => int.Parse(number.Split('-')[2], System.Globalization.CultureInfo.InvariantCulture)).Order().ShouldBe(Enumerable.Range(1, 20));
    }

    [Theory]
    [InlineData("health", "cnaim-lisboa")]
    [InlineData("reception", "cnaim-porto")]
    public async Task Should_look_like_nobody_to_another_office_and_to_another_centre(string office, string centre)
    {
        using var here = platform.Client();
        using var there = platform.Client(office, centre);
        var id = await here.RegisterAsync("Unmistakable Bougainvillea");
        var (status, hidden, _) = await there.SendAsync(HttpMethod.Get, $"/v1/people/{id}");
        var (_, missing, _) = await there.SendAsync(HttpMethod.Get, $"/v1/people/{new string('a', 26)}");
        status.ShouldBe(HttpStatusCode.NotFound);
        hidden.Remove("traceId");
        missing.Remove("traceId");
        (hidden.ToJsonString(), missing.ToJsonString()).ShouldBe((missing.ToJsonString(), missing.ToJsonString()));
        var found = await there.PostAsync("/v1/people/search", new { name = "Unmistakable Bougainvillea" }, HttpStatusCode.OK);
        found["items"]!.AsArray().Count.ShouldBe(0);
        (await there.SendAsync(HttpMethod.Post, "/v1/interviews", $$"""{"personId":"{{id}}","language":"por","channel":"counter"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_not_be_tried_out_by_name()
    {
        using var client = platform.Client("education", "cnaim-porto");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => client.SendAsync(HttpMethod.Post, "/v1/people/search", $$"""{"name":"Amendoeira {{number}}"}""")));
        answers.Count(answer => answer.Status is HttpStatusCode.OK).ShouldBeGreaterThanOrEqualTo(20);
        var refused = answers.First(answer => answer.Status is HttpStatusCode.TooManyRequests);
        refused.Body.Code().ShouldBe("too-many-searches");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
        using var colleague = platform.Client("education", "cnaim-faro");
        await colleague.PostAsync("/v1/people/search", new { name = "Amendoeira" }, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_be_found_by_other_spellings_and_suspected_as_the_same()
    {
        using var client = platform.Client(centre: "cnaim-beja");
        var id = (string)(await client.PostAsync("/v1/people", new { nameInScript = "Ірина Коваленко", birth = "1990", nationalities = "UA" }))["id"]!;
        var found = await client.PostAsync("/v1/people/search", new { name = "kovalenko irina", birth = "1990-05" }, HttpStatusCode.OK);
        ((string)found["items"]![0]!["person"]!["id"]!).ShouldBe(id);
        var again = await client.PostAsync("/v1/people", new { givenNames = "Iryna", familyNames = "Kovalenko", birth = "1990-05-01", nationalities = "UA" });
        ((string)again["suspectedDuplicates"]![0]!["person"]!["id"]!).ShouldBe(id);
    }

    [Fact]
    public async Task Should_be_found_at_another_centre_by_who_shows_the_process_number()
    {
        using var lisboa = platform.Client();
        using var porto = platform.Client(centre: "cnaim-porto");
        using var borders = platform.Client("borders", "cnaim-porto", "office-agent");
        var created = await lisboa.PostAsync("/v1/people", new { givenNames = "Traveller" });
        var number = (string)created["processNumber"]!;
        (await borders.PostAsync("/v1/people/search", new { processNumber = number }, HttpStatusCode.OK))["items"]!.AsArray().Count.ShouldBe(0);
        (await porto.PostAsync("/v1/people/search", new { processNumber = number }, HttpStatusCode.OK))["items"]!.AsArray().Count.ShouldBe(1);
        (await porto.SendAsync(HttpMethod.Get, $"/v1/people/{created["id"]}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_be_created_once_for_one_key()
    {
        using var client = platform.Client();
        var (first, again) = (await client.SendAsync(HttpMethod.Post, "/v1/people", """{"givenNames":"Once"}""", "once-only"), await client.SendAsync(HttpMethod.Post, "/v1/people", """{"givenNames":"Once"}""", "once-only"));
        first.Status.ShouldBe(HttpStatusCode.Created);
        again.Status.ShouldBe(HttpStatusCode.Created);
        ((string)again.Body["id"]!).ShouldBe((string)first.Body["id"]!);
        (await client.SendAsync(HttpMethod.Post, "/v1/people", """{"givenNames":"Twice"}""", "once-only")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await client.SendAsync(HttpMethod.Post, "/v1/people", "{}", key: null)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"givenNames":["",""]}""", "givenNames")]
    [InlineData("""{"birth":"yesterday"}""", "birth")]
    [InlineData("""{"nationalities":["ZZ"]}""", "nationalities")]
    [InlineData("""{"languages":["pt"]}""", "languages")]
    [InlineData("""{"knownAs":"a\nb"}""", "knownAs")]
    public async Task Should_name_what_is_wrong(string body, string member)
    {
        using var client = platform.Client();
        var (status, problem, _) = await client.SendAsync(HttpMethod.Post, "/v1/people", body);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.Code().ShouldBe("person-invalid");
        problem.Errors().ShouldBe([member]);
    }

    [Theory]
    [InlineData("""{"givenNames":"a\u0000b"}""")]
    [InlineData("""{"givenNames":"\ud800"}""")]
    [InlineData("""{"givenNames":{"a":1}}""")]
    [InlineData("""{"givenNames":"x" """)]
    [InlineData("""{"birth":1987}""")]
    public async Task Should_refuse_what_cannot_be_read(string body)
    {
        using var client = platform.Client();
        var (status, problem, _) = await client.SendAsync(HttpMethod.Post, "/v1/people", body);
        status.ShouldBe(HttpStatusCode.BadRequest, problem.ToJsonString());
    }

    [Fact]
    public async Task Should_be_corrected_only_by_who_read_the_present_version()
    {
        using var client = platform.Client();
        var path = $"/v1/people/{await client.RegisterAsync("Typo")}";
        (await client.SendAsync(HttpMethod.Put, path, """{"givenNames":"Tipo"}""")).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await client.SendAsync(HttpMethod.Put, path, """{"givenNames":"Tipo"}""", ifMatch: "\"7\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        var (status, person, headers) = await client.SendAsync(HttpMethod.Put, path, """{"givenNames":"Tipo"}""", ifMatch: "\"1\"");
        status.ShouldBe(HttpStatusCode.OK);
        headers.ETag!.Tag.ShouldBe("\"2\"");
        ((string)person["givenNames"]![0]!).ShouldBe("Tipo");
    }

    [Theory]
    [InlineData("national-manager")]
    [InlineData("auditor")]
    public async Task Should_not_be_seen_by_roles_that_see_aggregates_only(string role)
    {
        using var client = platform.Client(role: role);
        (await client.SendAsync(HttpMethod.Post, "/v1/people/search", """{"name":"Amina"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
