using Microsoft.AspNetCore.Http;

namespace Cnaim.Gateway.Tests.Counter;

/// <summary>S32: accounts, clients and agreements change when somebody else than who asked says so, on pages of one kind.</summary>
public sealed class When_a_second_person_decides(GatewayUnderTest gateway)
{
    private const string Own = "staff:role:administrator";
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly List<string> _decided = [];

    public static TheoryData<string, string> Pages { get; } = new()
    {
        { "/admin/users", "/v1/staff/changes" },
        { "/admin/clients", "/v1/clients/changes" },
        { "/admin/agreements", "/v1/agreements/changes" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Should_offer_no_button_to_who_asked(string list, string service)
    {
        Script(service, Own);
        var page = await new PageClient(gateway, "administrator").GetAsync(PageOf(list));

        page.Status.ShouldBe(200);
        page.Text.ShouldContain("Fez este pedido. Outra pessoa tem de decidir.");
        page.Text.ShouldNotContain("value=\"approve\"");
        page.Text.ShouldNotContain("value=\"reject\"");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Should_carry_out_what_another_decides_and_lead_back(string list, string service)
    {
        Script(service, "staff:somebody");
        var desk = new PageClient(gateway, "administrator");
        var page = await desk.GetAsync(PageOf(list));

        (await desk.PostAsync(page, PageOf(list), ("what", "reject"))).Location.ShouldBe(list);
        (await desk.PostAsync(page, PageOf(list), ("what", "approve"))).Location.ShouldBe(list);
        (await desk.PostAsync(page, PageOf(list), ("what", "everything"))).Status.ShouldBe(404);

        _decided.ShouldBe(["reject", "approve"]);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Should_offer_nothing_more_once_it_is_decided(string list, string service)
    {
        Script(service, "staff:somebody", "rejected");
        var page = await new PageClient(gateway, "administrator").GetAsync(PageOf(list));

        page.Text.ShouldContain("Recusado");
        page.Text.ShouldNotContain("value=\"approve\"");
        (await new PageClient(gateway, "administrator").GetAsync(PageOf(list).Replace(_id.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal))).Status.ShouldBe(404);
    }

    /// <summary>On the answer alone, so not after a way back either.</summary>
    [Fact]
    public async Task Should_show_an_invitation_once()
    {
        Script("/v1/staff/changes", "staff:somebody", invitation: "come-in");
        var desk = new PageClient(gateway, "administrator");
        var page = await desk.GetAsync(PageOf("/admin/users"));

        (await desk.PostAsync(page, PageOf("/admin/users"), ("what", "approve"))).Text.ShouldContain("come-in");
        (await desk.GetAsync(PageOf("/admin/users"))).Text.ShouldNotContain("come-in");
    }

    [Theory]
    [InlineData("mediator")]
    [InlineData("auditor")]
    [InlineData("partner-developer:one")]
    public async Task Should_not_be_there_for_others(string role)
    {
        foreach (var (list, service) in Pages.Select(page => page.Data))
        {
            Script(service, "staff:somebody");
            (await new PageClient(gateway, role).GetAsync(PageOf(list))).Status.ShouldBe(404, list);
        }
    }

    private string PageOf(string list) => list is "/admin/agreements" ? $"{list}/changes/{_id}" : $"{list}/{_id}";

    private void Script(string service, string requestedBy, string? decision = null, string? invitation = null)
    {
        var terms = new
        {
            name = "A partner",
            eventTypes = Array.Empty<string>(),
            municipalities = new[] { "*" },
            dataLevel = "count",
            validFrom = "2026-01-01",
            focalPoint = new { name = "Help", email = "help@example.org" },
        };
        var change = new
        {
            id = _id,
            changeId = _id,
            kind = "create",
            clientId = "partner",
            account = "somebody",
            office = "health",
            centre = "cnaim-lisboa",
            reason = "a test",
            requestedBy,
            requestedAt = TimeProvider.System.GetUtcNow(),
            decision,
            terms,
        };
        gateway.Upstream.Scripts[service] = _ => Results.Json(new { items = new[] { change } });
        foreach (var what in (string[])["approve", "reject"])
        {
            gateway.Upstream.Scripts[$"{service}/{_id}/{what}"] = _ =>
            {
                _decided.Add(what);
                return Results.Json(new { id = _id, decision = what is "approve" ? "approved" : "rejected", invitation });
            };
        }
    }
}
