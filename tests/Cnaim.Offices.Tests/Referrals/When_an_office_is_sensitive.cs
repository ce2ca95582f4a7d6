using Cnaim.Offices.Tests.Support;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.Reception;
using Cnaim.VictimSupport;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_an_office_is_sensitive(OfficeNetwork network)
{
    [Fact]
    public async Task Should_be_named_in_no_event_of_either_side()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var office = await network.StartAsync<VictimSupportService>("victim-support");
        using var desk = reception.At("cnaim-lisboa", "reception");
        using var agent = office.At("cnaim-lisboa", "focal-point");
        var request = ServiceCatalogue.Embedded.RequestsOf("victim-support")[0];
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "victim-support", request));
        await agent.UntilAsync(id, "requested");
        await agent.MoveAsync(id, "accept");
        await agent.MoveAsync(id, "cancel", new { statusReason = "client-declined" });

        var events = (await reception.SentAsync(id)).Concat(await office.SentAsync(id)).ToList();

        events.Select(message => message.Type).ShouldBe(["pt.cnaim.referral.requested.v1", "pt.cnaim.referral.accepted.v1", "pt.cnaim.referral.cancelled.v1"]);
        events.ShouldAllBe(message => message.Body.GetProperty("receiver").GetString() == "specialised-support" && message.Body.GetProperty("sender").GetString() == "reception");
        events.ShouldAllBe(message => !message.Body.GetRawText().Contains("victim", StringComparison.Ordinal) && !message.Body.GetRawText().Contains(request, StringComparison.Ordinal));
    }
}
