using System.Net;
using System.Text.Json;

namespace Cnaim.Mediation.Tests.Service;

public sealed class When_a_line_is_asked_for(MediationUnderTest mediation)
{
    [Fact]
    public async Task Should_give_the_number_to_dial_and_keep_times_and_a_rating()
    {
        using var desk = mediation.At();
        var request = await desk.DoAsync("/v1/interpreting-requests", new { language = "uk", desk = "b-07", at = Calls.Tomorrow }, HttpStatusCode.Created);
        var path = "/v1/interpreting-requests/" + request.GetProperty("id").GetGuid();

        request.Text("state").ShouldBe("matched");
        request.GetProperty("line").Text("number").ShouldNotBeNullOrEmpty();
        request.GetProperty("line").Text("accessCode").ShouldNotBeNullOrEmpty();
        (await desk.DoAsync(path + "/start")).GetProperty("line").ValueKind.ShouldBe(JsonValueKind.Object);
        (await desk.DoAsync(path + "/redial")).GetProperty("redials").GetInt32().ShouldBe(1);
        await desk.DoAsync(path + "/start");
        (await desk.DoAsync(path + "/extend", new { minutes = 10 })).GetProperty("plannedUntil").GetDateTimeOffset().ShouldBe(Calls.Tomorrow.AddMinutes(30));
        await desk.RefusedAsync(path + "/rate", new { quality = 2 }, HttpStatusCode.Conflict, "mediation-move-not-allowed");
        var done = await desk.DoAsync(path + "/complete");
        (done.Text("state"), done.GetProperty("line").ValueKind, done.GetProperty("seconds").ValueKind).ShouldBe(("done", JsonValueKind.Null, JsonValueKind.Number));
        (await desk.DoAsync(path + "/rate", new { quality = 2 })).GetProperty("quality").GetInt32().ShouldBe(2);
        (await mediation.ScalarAsync<long>("SELECT count(*) FROM information_schema.columns WHERE table_name = 'interpreting_request' AND column_name ~ 'person|name|number|note|text|code'")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_be_one_s_of_twenty_who_ask_for_the_only_interpreter_at_once()
    {
        using var desk = mediation.At();
        for (var round = 1; round <= 5; round++)
        {
            var at = Calls.Tomorrow.AddDays(round);
            var requests = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.DoAsync("/v1/interpreting-requests", new { language = "kk", at }, HttpStatusCode.Created)));

            requests.Count(request => request.Text("state") is "matched").ShouldBe(1);
            requests.Where(request => request.Text("state") is "requested").ShouldAllBe(
                request => request.GetProperty("nextFree").GetDateTimeOffset() == at.AddMinutes(20) && request.GetProperty("waitMinutes").GetInt32() > 0);
            (await CountedAsync("kk")).ShouldBe(19 * round);
        }
    }

    [Fact]
    public async Task Should_find_a_line_later_for_who_waited()
    {
        using var desk = mediation.At();
        var at = Calls.Tomorrow.AddDays(2);
        var (first, second) = (await AskAsync(desk, "uz", at), await AskAsync(desk, "uz", at));

        (await desk.DoAsync(second + "/match")).Text("state").ShouldBe("requested");
        await desk.DoAsync(first + "/fail", new { reason = "technical" });
        (await desk.DoAsync(second + "/match")).Text("state").ShouldBe("matched");
    }

    [Fact]
    public async Task Should_mark_a_language_that_no_list_names_and_refuse_one_that_is_not_offered()
    {
        using var desk = mediation.At();

        (await desk.DoAsync("/v1/interpreting-requests", new { language = "am", at = Calls.Tomorrow.AddDays(3) }, HttpStatusCode.Created)).GetProperty("assumed").GetBoolean().ShouldBeTrue();
        await desk.RefusedAsync("/v1/interpreting-requests", new { language = "psr" }, HttpStatusCode.UnprocessableEntity, "language-not-offered");
        (await CountedAsync("psr")).ShouldBe(1);
        var languages = (await desk.GetJsonAsync("/v1/languages")).GetProperty("items").EnumerateArray().ToList();
        languages.Count(language => language.GetProperty("telephone").GetBoolean()).ShouldBe(88);
        languages.Count(language => language.GetProperty("assumed").GetBoolean()).ShouldBe(37);
    }

    [Fact]
    public async Task Should_find_no_interpreter_at_the_sandbox_s_own_desk_and_count_that()
    {
        using var desk = mediation.At();
        var at = Calls.Tomorrow.AddDays(3);
        var request = await desk.DoAsync("/v1/interpreting-requests", new { language = "sq", desk = "phone-003", at }, HttpStatusCode.Created);
        var path = "/v1/interpreting-requests/" + request.GetProperty("id").GetGuid();

        (request.Text("state"), request.GetProperty("nextFree").ValueKind, request.GetProperty("waitMinutes").ValueKind).ShouldBe(("requested", JsonValueKind.Null, JsonValueKind.Null));
        (await CountedAsync("sq")).ShouldBe(1);
        (await desk.DoAsync(path + "/match")).Text("state").ShouldBe("requested");
        (await desk.DoAsync(path + "/fail", new { reason = "no-mediator" })).Text("state").ShouldBe("failed");
        (await desk.DoAsync("/v1/interpreting-requests", new { language = "sq", desk = "phone-004", at }, HttpStatusCode.Created)).Text("state").ShouldBe("matched");
    }

    [Fact]
    public async Task Should_be_seen_by_the_counter_that_asked_alone()
    {
        using var desk = mediation.At();
        var path = await AskAsync(desk, "sv", Calls.Tomorrow.AddDays(4));
        using var elsewhere = mediation.At("cnaim-porto");
        using var office = mediation.At(role: "office-agent", office: "borders");

        foreach (var client in new[] { elsewhere, office })
        {
            using var read = await client.ReadAsync(path);
            using var moved = await client.PostAsync(path + "/start");
            (read.StatusCode, moved.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
            (await client.GetJsonAsync("/v1/interpreting-requests")).GetRawText().ShouldNotContain(path.Split('/')[^1]);
        }
    }

    private Task<long> CountedAsync(string language) =>
        mediation.ScalarAsync<long>("SELECT coalesce(sum(found_nobody), 0) FROM language_demand WHERE language = $1", language)!;

    private static async Task<string> AskAsync(HttpClient desk, string language, DateTimeOffset at) =>
        "/v1/interpreting-requests/" + (await desk.DoAsync("/v1/interpreting-requests", new { language, at }, HttpStatusCode.Created)).GetProperty("id").GetGuid();
}
