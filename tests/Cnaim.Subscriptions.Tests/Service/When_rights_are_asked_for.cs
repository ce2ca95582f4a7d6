using System.Net;
using Cnaim.Testing;

namespace Cnaim.Subscriptions.Tests.Service;

public sealed class When_rights_are_asked_for(Installation here) : IClassFixture<Installation>
{
    [Fact]
    public async Task Should_answer_every_caller_as_the_table_says()
    {
        using var client = here.Anonymous();
        var callers = RightsMatrix.Callers("subscriptions").Where(caller => caller is { Office: "tax", Centre: "cnaim-lisboa" or "" });

        var (calls, differences) = await RightsOnTheWire.CompareAsync(
            "subscriptions", client, callers, caller => here.Token(caller.ToString(), caller.Role, caller.Office, caller.Centre, caller.Scopes), Calls.Cancelled);

        differences.ShouldBeEmpty();
        calls.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Should_show_a_partner_its_own_and_hide_the_rest_as_if_it_were_not_there()
    {
        await using var receiver = await Receiver.StartAsync();
        var (owner, other) = (await here.AgreeAsync(), await here.AgreeAsync());
        var (id, _) = await here.RegisterAsync(owner, receiver);
        using var stranger = here.As(other);
        (HttpMethod, string, object?)[] calls =
        [
            (HttpMethod.Get, "", null), (HttpMethod.Get, "/attempts", null), (HttpMethod.Get, "/deliveries", null), (HttpMethod.Put, "", new { url = receiver.Url }), (HttpMethod.Delete, "", null),
            (HttpMethod.Post, "/verify", null), (HttpMethod.Post, "/test", null), (HttpMethod.Post, "/pause", null), (HttpMethod.Post, "/resume", null), (HttpMethod.Post, "/rotate-secret", null),
            (HttpMethod.Post, "/replay", new { eventIds = new[] { Guid.NewGuid() } }),
        ];

        foreach (var (method, path, body) in calls)
        {
            using var hidden = await stranger.SendAsync(method, $"/v1/endpoints/{id}{path}", body, "*");
            using var missing = await stranger.SendAsync(method, $"/v1/endpoints/{Guid.NewGuid()}{path}", body, "*");
            (await ReadAsync(hidden)).ShouldBe(await ReadAsync(missing), path);
            hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await stranger.GetJsonAsync("/v1/endpoints")).GetProperty("items").GetArrayLength().ShouldBe(0);
        receiver.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_have_nothing_for_a_client_without_an_agreement()
    {
        using var client = here.As("nobody");

        (await client.GetJsonAsync("/v1/agreement", HttpStatusCode.NotFound)).ProblemOf().ShouldBe("no-agreement");
        (await client.GetJsonAsync("/v1/events", HttpStatusCode.NotFound)).ProblemOf().ShouldBe("no-agreement");
        (await client.DoAsync("/v1/endpoints", new { url = "http://127.0.0.1:5005/" }, HttpStatusCode.NotFound)).ProblemOf().ShouldBe("no-agreement");
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var problem = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(Calls.Cancelled))!.AsObject();
        problem.Remove("traceId");
        problem.Remove("instance");
        return problem.ToJsonString();
    }
}
