using System.Net;
using System.Text.Json;

namespace Cnaim.Mediation.Tests.Service;

public sealed class When_a_mediator_is_looked_for(MediationUnderTest mediation)
{
    [Fact]
    public async Task Should_find_who_speaks_the_language_and_not_whom_the_person_does_not_want()
    {
        var (first, second) = (await mediation.AddMediatorAsync("tet", gender: "female"), await mediation.AddMediatorAsync("tet"));
        using var desk = mediation.At();

        Ids(await SearchAsync(desk, new { language = "tet", at = Calls.Tomorrow, mode = "in-person" })).ShouldBe([first, second], ignoreOrder: true);
        Ids(await SearchAsync(desk, new { language = "tet", at = Calls.Tomorrow, mode = "in-person", notMediators = new[] { second } })).ShouldBe([first]);
        var wanted = await SearchAsync(desk, new { language = "tet", at = Calls.Tomorrow, mode = "in-person", gender = "female" });
        Ids(wanted)[0].ShouldBe(first);
        wanted.GetProperty("mediators")[0].Text("gender").ShouldBe("female");
        (await SearchAsync(desk, new { language = "tet", at = Calls.Tomorrow, mode = "in-person" })).GetProperty("mediators")[0].GetProperty("gender").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Should_name_the_next_steps_and_count_when_nobody_is_there()
    {
        await mediation.AddMediatorAsync("so", "cnaim-porto", remote: true);
        await mediation.AddMediatorAsync("sw");
        using var desk = mediation.At();
        var before = await CountedAsync("so");

        var answer = await SearchAsync(desk, new { language = "so", at = Calls.Tomorrow, mode = "in-person", alsoSpeaks = new[] { "sw", "ja" } });

        Ids(answer).ShouldBeEmpty();
        var steps = answer.GetProperty("next").EnumerateArray().ToList();
        steps.Select(step => step.Text("step")).ShouldBe(["other-centre-by-video", "telephone-translation", "common-language"]);
        steps.ShouldAllBe(step => step.GetProperty("available").GetBoolean());
        steps[2].GetProperty("languages").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["sw"]);
        (await CountedAsync("so")).ShouldBe(before + 1);
        Ids(await SearchAsync(desk, new { language = "so", at = Calls.Tomorrow, mode = "remote" })).Count.ShouldBe(1);
        (await CountedAsync("so")).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Should_refuse_what_is_no_search()
    {
        using var desk = mediation.At();

        await desk.RefusedAsync("/v1/mediators/search", new { language = "xx", mode = "remote" }, HttpStatusCode.UnprocessableEntity, "unknown-language");
        await desk.RefusedAsync("/v1/mediators/search", new { language = "ar", mode = "post" }, HttpStatusCode.UnprocessableEntity, "unknown-mode");
        await desk.RefusedAsync("/v1/mediators/search", new { language = "ar", mode = "remote", centre = "cnaim-porto" }, HttpStatusCode.UnprocessableEntity, "other-centre");
        await desk.RefusedAsync("/v1/mediators/search", new { language = "ar", mode = "remote", at = Calls.Tomorrow.AddDays(-10) }, HttpStatusCode.UnprocessableEntity, "invalid-time");
        await desk.RefusedAsync("/v1/mediators/search", new { language = "ar", mode = "remote", at = DateTimeOffset.MaxValue }, HttpStatusCode.UnprocessableEntity, "invalid-time");
        await desk.RefusedAsync("/v1/mediators/search", new { language = "ar", mode = "remote", minutes = int.MaxValue }, HttpStatusCode.UnprocessableEntity, "invalid-time");
        await desk.RefusedAsync("/v1/mediators/search", new { language = "ar", mode = "remote", minimumLevel = "super" }, HttpStatusCode.UnprocessableEntity, "unknown-level");
    }

    private Task<long> CountedAsync(string language) =>
        mediation.ScalarAsync<long>("SELECT coalesce(sum(found_nobody), 0) FROM language_demand WHERE language = $1", language)!;

    private static Task<JsonElement> SearchAsync(HttpClient desk, object search) => desk.DoAsync("/v1/mediators/search", search);

    private static List<Guid> Ids(JsonElement answer) => [.. answer.GetProperty("mediators").EnumerateArray().Select(mediator => mediator.GetProperty("id").GetGuid())];
}
