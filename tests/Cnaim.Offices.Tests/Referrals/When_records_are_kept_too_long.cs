using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.Health;
using Cnaim.Messaging;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_records_are_kept_too_long(OfficeNetwork network)
{
    private const string Old = "now() - interval '61 months'";
    private const string Young = "now() - interval '59 months'";

    [Fact]
    public async Task Should_forget_who_an_old_case_was_about_and_keep_what_is_young_or_kept_by_law()
    {
        var (old, kept, young) = (await CloseAsync(Old), await CloseAsync(Old), await CloseAsync(Young));
        await old.Health.ExecuteAsync("UPDATE case_file SET keep_basis = 'Lei 15/2014' WHERE case_id = @id", ("id", kept.CaseId));
        using var administrator = old.Health.At("cnaim-lisboa", "administrator");

        var line = await LineAsync(administrator, "cases");
        (await RunAsync(administrator, "cases")).ShouldBe(1);
        (await RunAsync(administrator, "cases")).ShouldBe(0);

        (line.GetProperty("due").GetInt64(), line.GetProperty("keptByLaw").GetInt64(), line.GetProperty("months").GetInt32()).ShouldBe((1, 1, 60));
        (await NamedAsync(old)).ShouldBe((0, 0, 0));
        (await NamedAsync(kept)).ShouldBe((1, 1, 1));
        (await NamedAsync(young)).ShouldBe((1, 1, 1));
        (await old.Health.TextsAsync("SELECT role || ' ' || (detail ->> 'records') FROM audit_entry WHERE action = 'retention.erased'")).ShouldContain("administrator 1");
    }

    [Fact]
    public async Task Should_forget_who_an_old_referral_was_about_at_the_sender()
    {
        var played = await CloseAsync(Young);
        await played.Reception.ExecuteAsync("UPDATE referral_sent SET status = 'completed', updated_at = now() - interval '61 months' WHERE referral_id = @id", ("id", played.Id));
        using var administrator = played.Reception.At("cnaim-lisboa", "administrator");

        (await LineAsync(administrator, "referrals-sent")).GetProperty("due").GetInt64().ShouldBe(1);
        (await RunAsync(administrator, "referrals-sent")).ShouldBe(1);

        (await played.Reception.TextsAsync("SELECT person_ref FROM referral_sent WHERE referral_id = @id", ("id", played.Id))).ShouldBe([""]);
    }

    [Fact]
    public async Task Should_verify_the_audit_trail_afterwards()
    {
        var played = await CloseAsync(Old);
        using var administrator = played.Health.At("cnaim-lisboa", "administrator");
        (await RunAsync(administrator, "cases")).ShouldBe(1);
        await Wait.UntilAsync(
            async () => (await played.Health.TextsAsync("SELECT 'open' FROM audit_entry AS a WHERE NOT EXISTS (SELECT 1 FROM audit_seal AS s WHERE s.entry_id = a.entry_id)")).Count == 0, "all entries sealed");

        var report = await AuditVerifier.VerifyAsync("health", network.Servers.Postgres.Databases.SealerConnectionString("health"), [], null, TestContext.Current.CancellationToken);

        report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_be_an_administrators_work()
    {
        var health = await network.StartAsync<HealthService>("health");
        using var agent = health.At("cnaim-lisboa");

        using var report = await agent.GetAsync(new Uri("/operator/retention", UriKind.Relative), TestContext.Current.CancellationToken);
        using var run = await PostAsync(agent, "cases");

        (report.StatusCode, run.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));
    }

    private static async Task<JsonElement> LineAsync(HttpClient client, string category) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri("/operator/retention", UriKind.Relative), TestContext.Current.CancellationToken)).EnumerateArray()
            .Single(line => line.GetProperty("category").ValueEquals(category));

    private static async Task<int> RunAsync(HttpClient client, string category)
    {
        using var answer = await PostAsync(client, category);
        return (await answer.JsonAsync(HttpStatusCode.OK)).GetProperty("changed").GetInt32();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string category) =>
        client.PostAsJsonAsync(new Uri("/operator/retention/run", UriKind.Relative), new { runId = Guid.CreateVersion7(), category }, TestContext.Current.CancellationToken);

    /// <summary>Rows of the case, its referral and its notes that still say whom or what.</summary>
    private static async Task<(int Cases, int Referrals, int Notes)> NamedAsync(Played played) => (
        (await played.Health.TextsAsync("SELECT person_ref FROM case_file WHERE case_id = @id AND person_ref IS NOT NULL", ("id", played.CaseId))).Count,
        (await played.Health.TextsAsync("SELECT person_ref FROM referral_received WHERE referral_id = @id AND person_ref IS NOT NULL", ("id", played.Id))).Count,
        (await played.Health.TextsAsync("SELECT note FROM referral_timeline WHERE referral_id = @id AND note IS NOT NULL", ("id", played.Id))).Count);

    private async Task<Played> CloseAsync(string closedAt)
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var health = await network.StartAsync<HealthService>("health");
        using var desk = reception.At("cnaim-lisboa", "reception");
        using var agent = health.At("cnaim-lisboa");
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        await agent.MoveAsync(id, "accept", new { note = "asked for a doctor" });
        await desk.UntilAsync(id, "accepted"); // so that no report is on its way when time is turned
        using var response = await agent.ReadAsync(id);
        var caseId = (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("caseId").GetGuid();
        await health.ExecuteAsync($"UPDATE case_file SET state = 'closed', close_reason = 'solved', closed_at = {closedAt} WHERE case_id = @id", ("id", caseId));
        return new Played(id, caseId, health, reception);
    }

    private sealed record Played(Guid Id, Guid CaseId, OfficeHost<HealthService> Health, OfficeHost<ReceptionService> Reception);
}
