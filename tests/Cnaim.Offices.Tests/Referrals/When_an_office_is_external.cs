using System.Net;
using Cnaim.Employment;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Referrals;

/// <summary>An office whose own system answers (ADR 0104): the same rules, clocks and audit, and nobody else's hand.</summary>
public sealed class When_an_office_is_external(OfficeNetwork network)
{
    private const string Centre = "cnaim-faro";

    [Fact]
    public async Task Should_be_answered_by_its_system_and_not_at_the_counter()
    {
        var (desk, employment, id) = await ReferAsync(Centre);
        using var agent = employment.At(Centre);
        using var coordinator = employment.At(Centre, "coordinator");
        using var system = employment.At(Centre, "partner-client");

        foreach (var staff in (HttpClient[])[agent, coordinator])
        {
            foreach (var action in (string[])["accept", "reject", "cancel"])
            {
                using var refused = await staff.ActAsync(id, action, new { statusReason = "at-capacity" });
                await refused.ProblemAsync(HttpStatusCode.Conflict, "office-external");
            }
        }

        (await AllowedAsync(agent, id)).ShouldBeEmpty();
        (await AllowedAsync(system, id)).ShouldContain("accept");
        foreach (var (action, body) in ((string, object?)[])[("accept", null), ("start", null), ("hold", new { statusReason = "missing-document" }), ("resume", null), ("complete", new { outcome = "helped" })])
        {
            await system.MoveAsync(id, action, body);
        }

        await desk.UntilAsync(id, "completed");
        (await employment.TextsAsync("SELECT subject FROM audit_entry WHERE record_id = @id AND action IN ('referral.accepted', 'referral.completed')", ("id", id.ToString()))).ShouldBe(["partner-client-1", "partner-client-1"]);
        (await employment.TextsAsync("SELECT kind FROM due WHERE referral_id = @id ORDER BY kind", ("id", id))).ShouldContain("remind-100", "its clocks run as everybody's");
        desk.Dispose();
    }

    [Fact]
    public async Task Should_disclose_to_its_system_alone()
    {
        var (desk, employment, id) = await ReferAsync(Centre);
        using var agent = employment.At(Centre);
        using var system = employment.At(Centre, "partner-client");

        using (var refused = await agent.GetAsync(new Uri($"/v1/referrals/{id}/snapshot", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            await refused.ProblemAsync(HttpStatusCode.Conflict, "office-external");
        }

        using (var shown = await system.GetAsync(new Uri($"/v1/referrals/{id}/snapshot", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await employment.TextsAsync("SELECT action FROM audit_entry WHERE record_id = @id AND action LIKE 'referral.snapshot%' ORDER BY entry_id", ("id", id.ToString())))
            .ShouldBe(["referral.snapshot-denied", "referral.snapshot-read"]);
        desk.Dispose();
    }

    [Fact]
    public async Task Should_not_be_answered_by_another_client_of_the_same_office()
    {
        var (desk, employment, id) = await ReferAsync("cnaim-beja");
        using var system = employment.At("cnaim-beja", "partner-client");

        using var refused = await system.ActAsync(id, "accept");

        await refused.ProblemAsync(HttpStatusCode.Conflict, "office-external");
        desk.Dispose();
    }

    [Fact]
    public async Task Should_be_claimed_for_by_its_system_alone()
    {
        network.Directory.Candidates["0805"] = [("employment", Centre)];
        var reception = await network.StartAsync<ReceptionService>("reception");
        var employment = await network.StartAsync<EmploymentService>("employment");
        using var desk = reception.At("cnaim-lisboa", "reception");
        using var agent = employment.At(Centre);
        using var system = employment.At(Centre, "partner-client");
        var id = await desk.ReferAsync(new
        {
            personId = ReferralApi.NewPerson(),
            open = new { service = "employment", area = "0805" },
            request = Request,
            issues = Array.Empty<string>(),
            priority = "urgent",
            categories = new[] { "identity" },
        });
        await agent.UntilAsync(id, "offered");

        using (var refused = await agent.ActAsync(id, "claim"))
        {
            await refused.ProblemAsync(HttpStatusCode.Conflict, "office-external");
        }

        await system.MoveAsync(id, "claim");
        await desk.UntilAsync(id, "requested");
    }

    [Fact]
    public async Task Should_be_internal_at_its_other_centres()
    {
        var (desk, employment, id) = await ReferAsync("cnaim-lisboa");
        using var agent = employment.At("cnaim-lisboa");

        await agent.MoveAsync(id, "accept");

        await desk.UntilAsync(id, "accepted");
        desk.Dispose();
    }

    private static string Request { get; } = OfficeKit.Catalogue.ServiceCatalogue.Embedded.RequestsOf("employment")[0];

    private async Task<(HttpClient Desk, OfficeHost<EmploymentService> Employment, Guid Id)> ReferAsync(string centre)
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var employment = await network.StartAsync<EmploymentService>("employment");
        var desk = reception.At("cnaim-lisboa", "reception");
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "employment", Request, centre));
        using var reader = employment.At(centre);
        await reader.UntilAsync(id, "requested");
        return (desk, employment, id);
    }

    private static async Task<IReadOnlyList<string?>> AllowedAsync(HttpClient client, Guid id)
    {
        using var read = await client.ReadAsync(id);
        return [.. (await read.JsonAsync(HttpStatusCode.OK)).GetProperty("allowedActions").EnumerateArray().Select(action => action.GetString())];
    }
}
