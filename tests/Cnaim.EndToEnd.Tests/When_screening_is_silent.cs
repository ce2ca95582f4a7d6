using System.Net;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_screening_is_silent(PlatformFixture fixture) : IDisposable
{
    private readonly Api _api = new(fixture.Platform);

    [Fact]
    public async Task Should_wait_with_a_draft_while_screening_is_stopped_and_send_it_when_it_is_back()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, personId, "health", "identity", "contact");
        var screening = fixture.Platform.Handle["screening"];
        string id;
        await screening.StopAsync();
        try
        {
            var reply = (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId))).ShouldBe(HttpStatusCode.Created);
            id = reply.Id;
            reply.Json["status"]!.ToString().ShouldBe("draft");
        }
        finally
        {
            await screening.StartAsync();
            await screening.WaitUntilReadyAsync(Api.Cancellation);
        }

        await _api.ShouldReachAsync(Api.Lisbon, id, "requested", seconds: 60);
        await _api.ShouldReachAsync(Api.Agent("health"), id, "requested");
    }

    [Fact]
    public async Task Should_keep_a_draft_that_goes_out_by_itself_afterwards()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        await _api.ConsentAsync(Api.Lisbon, personId, "health", "identity", "contact");
        var screening = fixture.Platform.Handle["screening"];
        string id;
        screening.Pause();
        try
        {
            var reply = (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId))).ShouldBe(HttpStatusCode.Created);
            id = reply.Id;
            reply.Json["status"]!.ToString().ShouldBe("draft");
            (await _api.StatusAsync(Api.Agent("health"), id)).ShouldBe("none");
        }
        finally
        {
            screening.Resume();
        }

        await _api.ShouldReachAsync(Api.Lisbon, id, "requested", seconds: 60);
        await _api.ShouldReachAsync(Api.Agent("health"), id, "requested");
    }

    public void Dispose() => _api.Dispose();
}
