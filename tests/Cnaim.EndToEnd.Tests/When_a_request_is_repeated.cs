using System.Net;
using System.Text.Json.Nodes;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_a_request_is_repeated(PlatformFixture fixture) : IDisposable
{
    private readonly Api _api = new(fixture.Platform);

    [Theory]
    [InlineData(ApiSteps.People)]
    [InlineData(ApiSteps.Interviews)]
    [InlineData(ApiSteps.Consents)]
    [InlineData(ApiSteps.Sent)]
    public async Task Should_ask_for_a_key_and_save_nothing_without(string path)
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        var before = await Rows.CountAllAsync(fixture.Platform);

        var reply = await _api.SendAsync(Api.Lisbon, HttpMethod.Post, path, Body(path, personId).ToJsonString());

        ((int)reply.Status).ShouldBe(400, reply.Text);
        reply.Problem.ShouldNotBeNull();
        (await Rows.CountAllAsync(fixture.Platform)).ShouldBe(before);
    }

    [Fact]
    public async Task Should_give_one_referral_for_one_key()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, personId, "health", "identity", "contact");
        var key = Api.NewKey();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId), key)));

        var made = replies.Where(reply => reply.Status == HttpStatusCode.Created).ToList();
        made.ShouldNotBeEmpty();
        made.ShouldAllBe(reply => reply.Id == made[0].Id);
        replies.Except(made).ShouldAllBe(reply => reply.Status == HttpStatusCode.Conflict);
        (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId), key)).ShouldBe(HttpStatusCode.Created).Id.ShouldBe(made[0].Id);
        (await SentAsync(personId)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_refuse_the_key_with_another_body()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, personId, "health", "identity", "contact");
        var key = Api.NewKey();
        (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId), key)).ShouldBe(HttpStatusCode.Created);

        var reply = await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId, "health", "health.vaccination", "numbers.health-user"), key);

        ((int)reply.Status).ShouldBe(422, reply.Text);
        reply.Problem.ShouldNotBeNull();
        (await SentAsync(personId)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_move_once_for_one_key()
    {
        var id = (await _api.ReferAsync(Api.Lisbon)).Id;
        var health = Api.Agent("health");
        await _api.ShouldReachAsync(health, id, "requested");
        var key = Api.NewKey();

        (await _api.PostAsync(health, $"/api/health/v1/referrals/{id}/accept", new JsonObject(), key)).ShouldBe(HttpStatusCode.OK);
        (await _api.PostAsync(health, $"/api/health/v1/referrals/{id}/accept", new JsonObject(), key)).ShouldBe(HttpStatusCode.OK);

        var moves = await Rows.ScalarAsync<long>(
            fixture.Platform, "health", "SELECT count(*) FROM referral_timeline WHERE referral_id = @id AND status = 'accepted'", new { id = Guid.Parse(id) });
        moves.ShouldBe(1);
    }

    public void Dispose() => _api.Dispose();

    private static JsonObject Body(string path, string personId) => path switch
    {
        ApiSteps.People => new JsonObject { ["givenNames"] = "Tília" },
        ApiSteps.Interviews => new JsonObject { ["personId"] = personId, ["language"] = "por", ["channel"] = "counter" },
        ApiSteps.Consents => ApiSteps.Consent(personId, "health", "identity"),
        _ => ApiSteps.Referral(personId),
    };

    private Task<long> SentAsync(string personId) =>
        Rows.ScalarAsync<long>(fixture.Platform, "reception", "SELECT count(*) FROM referral_sent WHERE person_ref = @personId", new { personId });
}
