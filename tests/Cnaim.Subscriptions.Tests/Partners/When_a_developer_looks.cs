using System.Net;
using System.Text.Json;

namespace Cnaim.Subscriptions.Tests.Partners;

/// <summary>A partner's developer sees what the partner's client sees, and nothing else.</summary>
public sealed class When_a_developer_looks(Installation here) : IClassFixture<Installation>
{
    [Fact]
    public async Task Should_see_the_own_partner_alone()
    {
        await using var receiver = await Receiver.StartAsync();
        var (own, other) = (await here.AgreeAsync(), await here.AgreeAsync());
        var (mine, _) = await here.RegisterAsync(own, receiver);
        var (theirs, _) = await here.RegisterAsync(other, receiver);
        using var developer = here.AsDeveloper(own);

        (await developer.GetJsonAsync("/v1/agreement")).GetProperty("clientId").GetString().ShouldBe(own);
        (await developer.GetJsonAsync("/v1/endpoints")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ShouldBe([mine]);
        (await developer.GetJsonAsync("/v1/usage")).GetProperty("endpoints").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ShouldBe([mine]);
        await developer.GetJsonAsync($"/v1/endpoints/{theirs}", HttpStatusCode.NotFound);
        await developer.GetJsonAsync($"/v1/endpoints/{theirs}/attempts", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nobody")]
    public async Task Should_be_nobody_without_a_client(string? partner)
    {
        var client = await here.AgreeAsync();
        // A subject that is named as a client is: it must not be taken for one.
        using var developer = here.AsDeveloper(partner, subject: client);

        foreach (var path in (string[])["/v1/agreement", "/v1/inbox", "/v1/events"])
        {
            (await developer.GetJsonAsync(path, HttpStatusCode.NotFound)).ProblemOf().ShouldBe("no-agreement", path);
        }

        (await developer.GetJsonAsync("/v1/endpoints")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Should_ask_for_more_which_an_administrator_decides_and_narrow_at_once()
    {
        var client = await here.AgreeAsync(terms => terms with { Municipalities = ["1106"] });
        using var developer = here.AsDeveloper(client);
        using var administrator = here.Administrator("one");
        var wider = Calls.Terms() with { Municipalities = ["1106", "1312"] };

        var asked = await developer.DoAsync("/v1/agreement/changes", new { terms = wider, reason = "We moved." });
        asked.GetProperty("decision").ValueKind.ShouldBe(JsonValueKind.Null);
        await MunicipalitiesAsync(developer, ["1106"]);
        using (var denied = await developer.SendAsync(HttpMethod.Post, $"/v1/agreements/changes/{asked.GetProperty("id").GetString()}/approve"))
        {
            denied.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        await administrator.DoAsync($"/v1/agreements/changes/{asked.GetProperty("id").GetString()}/approve");
        await MunicipalitiesAsync(developer, ["1106", "1312"]);

        (await developer.DoAsync("/v1/agreement/changes", new { terms = wider with { Municipalities = ["1312"] }, reason = "Less is enough." })).GetProperty("decision").GetString().ShouldBe("applied");
        await MunicipalitiesAsync(developer, ["1312"]);
        (await developer.GetJsonAsync("/v1/agreement/changes")).GetProperty("items").EnumerateArray().ShouldAllBe(change => change.GetProperty("clientId").GetString() == client);
    }

    [Fact]
    public async Task Should_find_one_attempt_by_what_came_of_it()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        using var developer = here.AsDeveloper(client);
        receiver.Answer = (context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var failed = (await developer.DoAsync($"/v1/endpoints/{id}/test")).GetProperty("id").GetString();

        var found = (await developer.GetJsonAsync($"/v1/endpoints/{id}/attempts?kind=test&outcome=refused")).GetProperty("items").EnumerateArray().ToList();
        found.ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(failed);
        (await developer.GetJsonAsync($"/v1/endpoints/{id}/attempts?kind=test&outcome=delivered")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await developer.GetJsonAsync($"/v1/endpoints/{id}/attempts/{failed}")).GetProperty("status").GetInt32().ShouldBe(500);
        await developer.GetJsonAsync($"/v1/endpoints/{id}/attempts/{Guid.NewGuid()}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_count_what_was_sent_and_what_waits()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        var (id, _) = await here.RegisterAsync(client, receiver);
        using var developer = here.AsDeveloper(client);
        await here.Events.AcceptedAsync(Guid.CreateVersion7());
        await Calls.UntilAsync(async () => (await developer.GetJsonAsync("/v1/usage")).GetProperty("days") is { } days && days.GetArrayLength() is 1 && days[0].GetProperty("delivered").GetInt32() is 1, "one is delivered");

        await developer.DoAsync($"/v1/endpoints/{id}/pause");
        await here.Events.AcceptedAsync(Guid.CreateVersion7());

        await Calls.UntilAsync(async () => (await developer.GetJsonAsync("/v1/usage")).GetProperty("endpoints")[0].GetProperty("waiting").GetInt32() is 1, "one waits");
    }

    private static async Task MunicipalitiesAsync(HttpClient developer, string[] expected) =>
        (await developer.GetJsonAsync("/v1/agreement")).GetProperty("terms").GetProperty("municipalities").EnumerateArray().Select(code => code.GetString()).ShouldBe(expected);
}
