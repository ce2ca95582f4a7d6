using System.Net;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_a_move_is_not_allowed(PlatformFixture fixture) : IDisposable
{
    private static readonly string[] Moves = ["accept", "reject", "start", "hold", "resume", "complete", "fail"];
    private readonly Api _api = new(fixture.Platform);

    [Theory]
    [InlineData("requested", "accept", "reject")]
    [InlineData("accepted", "start", "hold", "complete", "fail")]
    [InlineData("in-progress", "hold", "complete", "fail")]
    [InlineData("on-hold", "resume", "complete", "fail")]
    [InlineData("completed")]
    [InlineData("rejected")]
    public async Task Should_refuse_it_with_the_allowed_ones(string state, params string[] allowed)
    {
        var health = Api.Agent("health");
        var id = await BringToAsync(health, state);
        var before = await Rows.CountAllAsync(fixture.Platform);

        foreach (var move in Moves.Except(allowed, StringComparer.Ordinal))
        {
            var reply = await _api.MoveAsync(health, id, move, "other", "helped");
            reply.ShouldBeProblem(409, "move-not-allowed");
            reply.Json["allowed"]!.AsArray().Select(item => item!.ToString()).Where(item => item is not "cancel").ShouldBe(allowed, ignoreOrder: true);
        }

        (await _api.StatusAsync(health, id)).ShouldBe(state);
        (await Rows.CountAllAsync(fixture.Platform)).ShouldBe(before);
    }

    [Fact]
    public async Task Should_not_let_the_sender_answer_itself()
    {
        var id = (await _api.ReferAsync(Api.Lisbon)).Id;
        await _api.ShouldReachAsync(Api.Agent("health"), id, "requested");

        (await _api.MoveAsync(Api.Lisbon, id, "accept")).ShouldBeProblem(409, "move-not-allowed");

        (await _api.StatusAsync(Api.Agent("health"), id)).ShouldBe("requested");
    }

    [Fact]
    public async Task Should_refuse_a_rejection_without_a_reason()
    {
        var health = Api.Agent("health");
        var id = await BringToAsync(health, "requested");

        var reply = await _api.MoveAsync(health, id, "reject");

        ((int)reply.Status).ShouldBeOneOf(400, 422);
        (await _api.StatusAsync(health, id)).ShouldBe("requested");
    }

    [Fact]
    public async Task Should_name_the_move_before_the_stale_version()
    {
        var health = Api.Agent("health");
        var id = await BringToAsync(health, "requested");
        var path = $"/api/health/v1/referrals/{id}";
        var stale = (await _api.GetAsync(health, path)).ETag;
        stale.ShouldNotBeNull();
        (await _api.MoveAsync(health, id, "accept")).ShouldBe(HttpStatusCode.OK);

        (await WithTag(health, path + "/accept", stale)).ShouldBeProblem(409, "move-not-allowed");
        (await WithTag(health, path + "/start", stale)).ShouldBeProblem(412, "stale-version");
        (await _api.StatusAsync(health, id)).ShouldBe("accepted");
    }

    [Fact]
    public async Task Should_accept_once_of_many_at_the_same_time()
    {
        var health = Api.Agent("health");
        var id = await BringToAsync(health, "requested");

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _api.MoveAsync(health, id, "accept")));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.Conflict).ShouldBe(9, string.Join(' ', replies.Select(reply => $"{(int)reply.Status} {reply.Text}")));
    }

    public void Dispose() => _api.Dispose();

    private async Task<string> BringToAsync(Cnaim.Demo.Gateway.Desk health, string state)
    {
        var id = (await _api.ReferAsync(Api.Lisbon)).Id;
        await _api.ShouldReachAsync(health, id, "requested");
        string[] steps = state switch
        {
            "requested" => [],
            "accepted" => ["accept"],
            "in-progress" => ["accept", "start"],
            "on-hold" => ["accept", "hold"],
            "completed" => ["accept", "complete"],
            _ => ["reject"],
        };
        foreach (var step in steps)
        {
            (await _api.MoveAsync(health, id, step, step is "hold" or "reject" ? "at-capacity" : null, step is "complete" ? "helped" : null)).ShouldBe(HttpStatusCode.OK);
        }

        await _api.ShouldReachAsync(Api.Lisbon, id, state);
        return id;
    }

    private Task<Reply> WithTag(Cnaim.Demo.Gateway.Desk desk, string path, string tag) => _api.SendAsync(desk, HttpMethod.Post, path, new JsonObject().ToJsonString(), request =>
    {
        request.Headers.Add("Idempotency-Key", Api.NewKey());
        request.Headers.TryAddWithoutValidation("If-Match", tag);
    });
}
