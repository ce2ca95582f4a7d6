using System.Net;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_a_referral_closes_its_loop(PlatformFixture fixture) : IDisposable
{
    private readonly Api _api = new(fixture.Platform);

    [Fact]
    public async Task Should_bring_every_state_and_the_outcome_back_to_the_sender()
    {
        var health = Api.Agent("health");
        var id = (await _api.ReferAsync(Api.Lisbon)).Id;
        await _api.ShouldReachAsync(health, id, "requested");

        foreach (var (action, reason, status) in Moves)
        {
            (await _api.MoveAsync(health, id, action, reason)).ShouldBe(HttpStatusCode.OK);
            await _api.ShouldReachAsync(Api.Lisbon, id, status);
        }

        (await _api.MoveAsync(health, id, "complete", reason: null, "helped", "number-assigned")).ShouldBe(HttpStatusCode.OK);
        await _api.ShouldReachAsync(Api.Lisbon, id, "completed");
        var seen = (await _api.GetAsync(Api.Lisbon, $"{ApiSteps.Sent}/{id}")).Json;
        seen["outcome"]!.ToString().ShouldBe("helped");
        seen["results"]!.AsArray().Select(result => result!.ToString()).ShouldBe(["number-assigned"]);
        seen["timeline"]!.AsArray().Select(entry => entry!["status"]!.ToString())
            .ShouldBe(["requested", "accepted", "in-progress", "on-hold", "in-progress", "completed"]);
        (await StatusAsync("reception", "referral_sent", id)).ShouldBe(await StatusAsync("health", "referral_received", id));
    }

    [Fact]
    public async Task Should_show_in_the_persons_process()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, personId, "health", "identity", "contact");
        var id = (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId))).ShouldBe(HttpStatusCode.Created).Id;
        await _api.ShouldReachAsync(Api.Agent("health"), id, "requested");
        (await _api.MoveAsync(Api.Agent("health"), id, "reject", "at-capacity")).ShouldBe(HttpStatusCode.OK);

        var shown = await Eventually.SeenAsync(
            async () => (await _api.GetAsync(Api.Lisbon, $"{ApiSteps.People}/{personId}/process")).ShouldBe(HttpStatusCode.OK).Text,
            text => text.Contains("rejected", StringComparison.Ordinal),
            seconds: 20);

        shown.ShouldContain("rejected");
    }

    [Fact]
    public async Task Should_let_the_office_see_what_was_agreed_to_and_no_more()
    {
        var id = (await _api.ReferAsync(Api.Lisbon)).Id;
        await _api.ShouldReachAsync(Api.Agent("health"), id, "requested");

        var person = (await _api.GetAsync(Api.Agent("health"), $"/api/health/v1/referrals/{id}/snapshot")).ShouldBe(HttpStatusCode.OK);

        person.Text.ShouldContain("Alecrim-do-norte");
        (await _api.GetAsync(Api.Agent("borders"), $"/api/borders/v1/referrals/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await _api.GetAsync(Api.Agent("health", "cnaim-porto"), $"/api/health/v1/referrals/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_end_alike_when_both_sides_move_at_once()
    {
        var health = Api.Agent("health");
        var id = (await _api.ReferAsync(Api.Lisbon)).Id;
        await _api.ShouldReachAsync(health, id, "requested");

        await Task.WhenAll(_api.MoveAsync(Api.Lisbon, id, "cancel", "client-declined"), _api.MoveAsync(health, id, "reject", "at-capacity"));

        var ended = await Eventually.SeenAsync(
            async () => (await _api.StatusAsync(Api.Lisbon, id), await _api.StatusAsync(health, id)),
            pair => string.Equals(pair.Item1, pair.Item2, StringComparison.Ordinal) && pair.Item1 is "cancelled" or "rejected",
            seconds: 20);
        ended.Item1.ShouldBe(ended.Item2);
        ended.Item1.ShouldBeOneOf("cancelled", "rejected");
    }

    public void Dispose() => _api.Dispose();

    private static readonly (string Action, string? Reason, string Status)[] Moves =
    [
        ("accept", null, "accepted"),
        ("start", null, "in-progress"),
        ("hold", "missing-document", "on-hold"),
        ("resume", null, "in-progress"),
    ];

    private Task<string?> StatusAsync(string service, string table, string id) =>
        Rows.ScalarAsync<string>(fixture.Platform, service, $"SELECT status FROM {table} WHERE referral_id = @id", new { id = Guid.Parse(id) });
}
