using Cnaim.Health;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_reception_refers_to_an_office(OfficeNetwork network)
{
    [Fact]
    public async Task Should_close_the_loop()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var health = await network.StartAsync<HealthService>("health");
        using var desk = reception.At("cnaim-lisboa", "reception");
        using var agent = health.At("cnaim-lisboa");

        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));

        (await desk.StatusAsync(id)).ShouldBe("requested");
        await agent.UntilAsync(id, "requested");
        await agent.MoveAsync(id, "accept");
        await desk.UntilAsync(id, "accepted");
        await agent.MoveAsync(id, "start");
        await agent.MoveAsync(id, "complete", new { outcome = "helped", results = new[] { "number-assigned" } });
        await desk.UntilAsync(id, "completed");
    }
}
