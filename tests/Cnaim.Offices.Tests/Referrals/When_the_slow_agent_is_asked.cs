using System.Net;
using System.Text.Json;
using Cnaim.Entrepreneurship;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Referrals;

/// <summary>The sandbox's agent who answers when it is too late (ADR 0114).</summary>
public sealed class When_the_slow_agent_is_asked(OfficeNetwork network)
{
    private const string Office = "entrepreneurship";
    private const string Due = "SELECT kind || ' ' || (fired_at IS NOT NULL) FROM due WHERE referral_id = @id AND kind LIKE 'slow-%' ORDER BY kind";

    [Fact]
    public async Task Should_accept_and_complete_each_after_its_deadline()
    {
        var (office, desk, agent, id) = await AskAsync();
        (await office.TextsAsync(Due, ("id", id))).ShouldBe(["slow-accept false"]);
        (await office.TextsAsync("SELECT (d.due_at - r.acknowledge_by)::text FROM due AS d JOIN referral_received AS r USING (referral_id) WHERE referral_id = @id AND kind = 'slow-accept'", ("id", id))).ShouldBe(["00:01:00"]);
        await PassAsync(office, id, "remind-50");
        await PassAsync(office, id, "remind-100");
        (await agent.StatusAsync(id)).ShouldBe("requested", "its own moment has not come");

        await PassAsync(office, id, "slow-accept");
        await desk.UntilAsync(id, "accepted");
        (await office.TextsAsync("SELECT (d.due_at - r.resolve_by)::text FROM due AS d JOIN referral_received AS r USING (referral_id) WHERE referral_id = @id AND kind = 'slow-complete'", ("id", id))).ShouldBe(["00:01:00"]);

        await PassAsync(office, id, "slow-complete");
        await desk.UntilAsync(id, "completed");
        using var read = await desk.ReadAsync(id);
        (await read.JsonAsync(HttpStatusCode.OK)).GetProperty("outcome").GetString().ShouldBe("helped");
        (await office.TextsAsync("SELECT action || ' ' || subject FROM audit_entry WHERE record_id = @record AND subject = 'slow' ORDER BY entry_id", ("record", id.ToString()))).ShouldBe(["referral.accepted slow", "referral.completed slow"]);
        (await office.TextsAsync(Due, ("id", id))).ShouldBe(["slow-accept true", "slow-complete true"]);
    }

    [Fact]
    public async Task Should_leave_alone_what_somebody_else_has_answered()
    {
        var (office, _, agent, id) = await AskAsync();
        await agent.MoveAsync(id, "reject", new { statusReason = "not-eligible" });
        await PassAsync(office, id, "slow-accept");
        (await agent.StatusAsync(id)).ShouldBe("rejected");
        (await office.TextsAsync(Due, ("id", id))).ShouldBe(["slow-accept true"]);
    }

    [Fact]
    public async Task Should_not_exist_outside_the_sandbox_nor_under_another_name()
    {
        var sandbox = await network.StartAsync<EntrepreneurshipService>(Office);
        var reception = await network.StartAsync<ReceptionService>("reception");
        using var there = sandbox.At("cnaim-lisboa");
        using var here = reception.At("cnaim-lisboa", "reception");
        foreach (var (desk, agent) in new[] { (here, "slow"), (there, "quick"), (there, "Slow"), (here, "") })
        {
            using var refused = await desk.PostAsync(Body(agent));
            var problem = await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-referral");
            problem.GetProperty("errors").TryGetProperty("receiver.agent", out JsonElement _).ShouldBeTrue(agent);
        }
    }

    private async Task<(OfficeHost<EntrepreneurshipService> Office, HttpClient Desk, HttpClient Agent, Guid Id)> AskAsync()
    {
        var office = await network.StartAsync<EntrepreneurshipService>(Office);
        var (desk, agent) = (office.At("cnaim-lisboa"), office.At("cnaim-porto"));
        var id = await desk.ReferAsync(Body("slow"));
        await Wait.UntilAsync(async () => (await office.TextsAsync("SELECT status FROM referral_received WHERE referral_id = @id", ("id", id))).Count == 1, "the other centre to have it");
        return (office, desk, agent, id);
    }

    private static object Body(string agent) => new
    {
        personId = ReferralApi.NewPerson(),
        receiver = new { office = Office, centre = "cnaim-porto", agent },
        request = OfficeKit.Catalogue.ServiceCatalogue.Embedded.RequestsOf(Office)[0],
        issues = Array.Empty<string>(),
        priority = "emergency",
        categories = new[] { "identity" },
    };

    // As the passing of time would.
    private static async Task PassAsync(OfficeHost<EntrepreneurshipService> office, Guid id, string kind)
    {
        await office.ExecuteAsync("UPDATE due SET due_at = now() - interval '1 second' WHERE referral_id = @id AND kind = @kind", ("id", id), ("kind", kind));
        await Wait.UntilAsync(async () => (await office.TextsAsync("SELECT kind FROM due WHERE referral_id = @id AND kind = @kind AND fired_at IS NOT NULL", ("id", id), ("kind", kind))).Count == 1, kind);
    }
}
