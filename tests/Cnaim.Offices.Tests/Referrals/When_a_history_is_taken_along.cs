using System.Net;
using System.Text.Json;
using Cnaim.Health;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;
using Cnaim.ServiceDefaults.Tables;
using Cnaim.VictimSupport;

namespace Cnaim.Offices.Tests.Referrals;

/// <summary>An office's referrals as a file: ids, codes and times, and nothing of a person.</summary>
public sealed class When_a_history_is_taken_along(OfficeNetwork network)
{
    private const string Lisbon = "cnaim-lisboa";
    private const string Export = "/v1/referrals/export";

    [Fact]
    public async Task Should_tell_when_each_was_answered_and_ended_on_both_sides_and_write_down_that_it_was_taken()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var health = await network.StartAsync<HealthService>("health");
        using var desk = reception.At(Lisbon, "reception");
        using var agent = health.At(Lisbon);
        var person = ReferralApi.NewPerson();
        var from = TimeProvider.System.GetUtcNow();
        var id = await desk.ReferAsync(ReferralApi.Body(person, "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        await agent.MoveAsync(id, "accept");
        await agent.MoveAsync(id, "complete", new { outcome = "helped", note = "=secret" });
        await desk.UntilAsync(id, "completed");

        foreach (var (client, direction, office) in new[] { (desk, "sent", "health"), (agent, "received", "reception") })
        {
            var (text, rows) = await TableAsync(client, $"?from={from:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}");
            var row = rows.Single(cells => string.Equals(cells["id"], id.ToString(), StringComparison.Ordinal));
            (row["direction"], row["office"], row["centre"], row["request"], row["status"], row["outcome"]).ShouldBe((direction, office, Lisbon, "health.user-number", "completed", "helped"));
            DateTimeOffset.Parse(row["answeredAt"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(from, TimeProvider.System.GetUtcNow());
            row["endedAt"].ShouldNotBeEmpty();
            text.ShouldNotContain(person);
            text.ShouldNotContain("secret");
        }

        var lines = await LinesAsync(agent, "?format=jsonl&direction=received");
        lines.Single(line => line.GetProperty("id").GetGuid() == id).GetProperty("endedAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await health.TextsAsync("SELECT detail ->> 'format' FROM audit_entry WHERE action = 'referral.exported' AND record_id = @centre AND @id BETWEEN detail ->> 'last' AND detail ->> 'first' ORDER BY entry_id", ("centre", Lisbon), ("id", id.ToString())))
            .ShouldBe(["csv", "jsonl"]);
        using var officer = reception.At(Lisbon, "data-protection-officer");
        using var access = await officer.GetAsync(new Uri($"/v1/audit/persons/{person}", UriKind.Relative), TestContext.Current.CancellationToken);
        (await access.JsonAsync(HttpStatusCode.OK)).GetRawText().ShouldContain("referral.exported");
    }

    [Fact]
    public async Task Should_hold_what_was_made_in_the_period_in_the_direction_and_at_the_centre()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        await network.StartAsync<HealthService>("health");
        using var desk = reception.At(Lisbon, "reception");
        using var elsewhere = reception.At("cnaim-porto", "reception");
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "health", "health.user-number"));

        (await IdsAsync(desk, "")).ShouldContain(id.ToString());
        (await IdsAsync(desk, "?direction=sent")).ShouldContain(id.ToString());
        (await IdsAsync(desk, "?direction=received")).ShouldNotContain(id.ToString());
        (await IdsAsync(desk, "?to=2026-01-01T00:00:00Z")).ShouldNotContain(id.ToString());
        (await IdsAsync(elsewhere, "")).ShouldNotContain(id.ToString());
        foreach (var query in new[] { "?direction=mine", "?format=xml", "?from=2030-01-01T00:00:00Z", "?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z" })
        {
            using var refused = await desk.GetAsync(new Uri(Export + query, UriKind.Relative), TestContext.Current.CancellationToken);
            await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-query");
        }

        using var stranger = reception.At(Lisbon, "auditor");
        using var forbidden = await stranger.GetAsync(new Uri(Export, UriKind.Relative), TestContext.Current.CancellationToken);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_not_name_a_sensitive_office_nor_show_what_is_for_named_staff()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var office = await network.StartAsync<VictimSupportService>("victim-support");
        using var desk = reception.At(Lisbon, "reception");
        using var focal = office.At(Lisbon, "focal-point");
        using var agent = office.At(Lisbon);
        var id = await desk.ReferAsync(ReferralApi.Body(ReferralApi.NewPerson(), "victim-support", ServiceCatalogue.Embedded.RequestsOf("victim-support")[0]));
        await focal.UntilAsync(id, "requested");

        var (text, rows) = await TableAsync(desk, "?direction=sent");
        var row = rows.Single(cells => string.Equals(cells["id"], id.ToString(), StringComparison.Ordinal));
        (row["office"], row["request"]).ShouldBe(("specialised-support", "specialised-support"));
        text.ShouldNotContain("victim");
        (await IdsAsync(focal, "")).ShouldContain(id.ToString());
        (await IdsAsync(agent, "")).ShouldNotContain(id.ToString());
    }

    [Fact]
    public async Task Should_leave_row_by_row_however_many_there_are()
    {
        var health = await network.StartAsync<HealthService>("health");
        await health.ExecuteAsync(
            """
            INSERT INTO referral_received (referral_id, centre, case_id, sender_office, sender_centre, request, issues, priority, categories, disclosure_id, status, last_verb, status_reason, requested_at, acknowledge_by, resolve_by, created_at, updated_at)
            SELECT gen_random_uuid(), 'cnaim-many', gen_random_uuid(), '=1+1', 'cnaim-faro', 'health.user-number', '{}', 'routine', '{}', gen_random_uuid(), 'rejected', 'rejected', 'duplicate', now(), now(), now(), now() - interval '1 minute', now()
            FROM generate_series(1, 20000)
            """);
        using var agent = health.At("cnaim-many");
        using var answer = await agent.GetAsync(new Uri(Export, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentLength.ShouldBeNull("nothing is gathered before it leaves");
        var rows = Csv.Read(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ToList();
        rows.Count.ShouldBe(20_001);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(",'=1+1,");
        await health.ExecuteAsync("DELETE FROM referral_received WHERE centre = 'cnaim-many'");
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(HttpClient client, string query) => [.. (await TableAsync(client, query)).Rows.Select(row => row["id"])];

    private static async Task<(string Text, List<Dictionary<string, string>> Rows)> TableAsync(HttpClient client, string query)
    {
        var text = await client.GetStringAsync(new Uri(Export + query, UriKind.Relative), TestContext.Current.CancellationToken);
        var rows = Csv.Read(text).ToList();
        return (text, [.. rows.Skip(1).Select(row => rows[0].Cells.Zip(row.Cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))]);
    }

    private static async Task<List<JsonElement>> LinesAsync(HttpClient client, string query) =>
        [.. (await client.GetStringAsync(new Uri(Export + query, UriKind.Relative), TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
