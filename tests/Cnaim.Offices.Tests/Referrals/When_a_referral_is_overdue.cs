using System.Net;
using System.Text.Json;
using Cnaim.Health;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Referrals;

/// <summary>A coordinator reminds the focal point.</summary>
public sealed class When_a_referral_is_overdue(OfficeNetwork network)
{
    private const string Lisbon = "cnaim-lisboa";

    [Fact]
    public async Task Should_be_reminded_of_at_the_other_office_once_an_hour()
    {
        var (reception, agent) = await StartAsync();
        using var coordinator = reception.At(Lisbon, "coordinator");
        var id = await OverdueAsync(reception, agent);

        (await coordinator.MoveAsync(id, "remind")).GetProperty("remindedAt").ValueKind.ShouldBe(JsonValueKind.String);

        await Wait.UntilAsync(async () => (await TimelineAsync(agent, id)).Contains(("reminded", "reception", "focal-point")), "the receiver to be reminded");
        (await TimelineAsync(coordinator, id)).Count(entry => entry is { What: "reminded", Note: "focal-point" }).ShouldBe(1);
        (await agent.StatusAsync(id)).ShouldBe("requested");
        (await reception.TextsAsync("SELECT role FROM audit_entry WHERE action = 'referral.reminded' AND record_id = @record", ("record", id.ToString()))).ShouldBe(["coordinator"]);
        using var again = await coordinator.ActAsync(id, "remind");
        await again.ProblemAsync(HttpStatusCode.Conflict, "reminded-lately");
    }

    [Fact]
    public async Task Should_be_nobody_elses_to_remind_of()
    {
        var (reception, agent) = await StartAsync();
        var id = await OverdueAsync(reception, agent);
        using var mediator = reception.At(Lisbon, "mediator");
        using var elsewhere = reception.At("cnaim-porto", "coordinator");

        using var refused = await mediator.ActAsync(id, "remind");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var hidden = await elsewhere.ActAsync(id, "remind");
        await hidden.ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Should_not_be_reminded_of_before_a_deadline_has_passed()
    {
        var (reception, agent) = await StartAsync();
        using var desk = reception.At(Lisbon, "coordinator");
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        using var refused = await desk.ActAsync(id, "remind");
        await refused.ProblemAsync(HttpStatusCode.Conflict, "not-overdue");
    }

    private static async Task<Guid> OverdueAsync(OfficeHost<ReceptionService> reception, HttpClient agent)
    {
        using var desk = reception.At(Lisbon, "reception");
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        await reception.ExecuteAsync("UPDATE referral_sent SET acknowledge_by = now() - interval '1 hour' WHERE referral_id = @id", ("id", id));
        return id;
    }

    private static async Task<IReadOnlyList<(string What, string By, string? Note)>> TimelineAsync(HttpClient client, Guid id)
    {
        using var read = await client.ReadAsync(id);
        return [.. (await read.JsonAsync(HttpStatusCode.OK)).GetProperty("timeline").EnumerateArray().Select(entry =>
            (entry.GetProperty("what").GetString()!, entry.GetProperty("by").GetString()!, entry.TryGetProperty("note", out var note) ? note.GetString() : null))];
    }

    private async Task<(OfficeHost<ReceptionService> Reception, HttpClient Agent)> StartAsync()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var health = await network.StartAsync<HealthService>("health");
        return (reception, health.At(Lisbon));
    }
}
