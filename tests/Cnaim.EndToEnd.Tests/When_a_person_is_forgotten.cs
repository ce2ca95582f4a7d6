using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.EndToEnd.Tests.Support;
using Cnaim.Launcher;
using Cnaim.Messaging;
using Cnaim.Servers;
using Cnaim.Testing;
using Npgsql;

namespace Cnaim.EndToEnd.Tests;

/// <summary>S26: plays a case, erases the person, and looks for them in every table, queue and file.</summary>
public sealed class When_a_person_is_forgotten(PlatformFixture fixture) : IDisposable
{
    private const string Given = "Quintilianda";
    private const string Family = "Zubervasco";
    private const string Script = "Квінтиліанда";
    private const string Birth = "1931-04-17";
    private const string Note = "prefers Xitsonga-Changana in the mornings";

    private const string Kept = "SELECT count(DISTINCT service) FROM kept_erasure WHERE order_id = ANY (@orders)";

    // Each office knows its order by another id; screening by its own.
    private const string Orders = "SELECT array_agg(CASE office WHEN 'screening' THEN erasure_id ELSE order_id END) FROM erasure_at_office WHERE erasure_id = @order";

    private static readonly Desk Officer = new("reception", "cnaim-lisboa", "data-protection-officer", 92);
    private readonly Api _api = new(fixture.Platform);

    [Fact]
    public async Task Should_be_found_nowhere_and_every_trail_still_verifies()
    {
        var personId = await PlayAsync();
        string[] texts = [Given, Family, Script, Birth, Note, .. await ReferencesAsync(personId)];
        (await FindAsync(texts)).Select(hit => hit.Split(':')[0]).Distinct(StringComparer.Ordinal).ShouldBe(["health", "reception", "screening"], ignoreOrder: true);

        var order = (await _api.PostAsync(Api.Lisbon, $"{ApiSteps.People}/{personId}/erasures", new JsonObject())).ShouldBe(HttpStatusCode.Created).Id;
        var counted = await UntilAsync(order, seen => (int)seen["waiting"]! == 0);
        (await _api.PostAsync(Officer, $"/api/screening/v1/erasures/{order}/approve", new JsonObject())).ShouldBe(HttpStatusCode.OK);
        var done = await UntilAsync(order, seen => seen["status"]!.ToString() is "done");

        Sum(counted, "wouldErase").ShouldBeGreaterThan(10);
        done["offices"]!.AsArray().Select(office => office!["office"]!.ToString()).ShouldBe(["health", "reception", "screening"]);
        var orders = await Rows.ScalarAsync<Guid[]>(fixture.Platform, "screening", Orders, new { order = Guid.Parse(order) });
        (await Eventually.SeenAsync(() => Rows.ScalarAsync<long>(fixture.Platform, "directory", Kept, new { orders }), services => services is 3, seconds: 60)).ShouldBe(3);
        await ForgetKeptAsync(orders!);
        (await fixture.Platform.ShellAsync("./cnaim erasure offer --since 2020-01-01")).ExitCode.ShouldBe(0);
        (await Eventually.SeenAsync(() => Rows.ScalarAsync<long>(fixture.Platform, "directory", Kept, new { orders }), services => services is 3, seconds: 60)).ShouldBe(3);
        (await FindAsync(texts)).ShouldBeEmpty();
        (await FilesAsync(texts)).ShouldBeEmpty();
        (await VerifyAsync("screening")).Erased.ShouldBeGreaterThan(0);
        await VerifyAsync("health");
        await VerifyAsync("reception");
    }

    [Fact]
    public async Task Should_be_hidden_from_who_may_not_ask_or_decide()
    {
        var personId = await _api.RegisterAsync(Api.Lisbon);
        var path = $"{ApiSteps.People}/{personId}/erasures";

        (await _api.PostAsync(Api.Agent("borders"), path, new JsonObject())).ShouldBeProblem(404, "person-not-found");
        (await _api.PostAsync(Officer, path, new JsonObject())).ShouldBe(HttpStatusCode.Forbidden);
        var order = (await _api.PostAsync(Api.Lisbon, path, new JsonObject())).ShouldBe(HttpStatusCode.Created).Id;
        (await _api.PostAsync(Api.Lisbon, $"/api/screening/v1/erasures/{order}/approve", new JsonObject())).ShouldBe(HttpStatusCode.Forbidden);
        (await _api.GetAsync(Api.Agent("borders"), $"/api/screening/v1/erasures/{order}")).ShouldBeProblem(404, "erasure-not-found");
        (await _api.PostAsync(Officer, $"/api/screening/v1/erasures/{order}/reject", new JsonObject())).ShouldBe(HttpStatusCode.OK);
    }

    public void Dispose() => _api.Dispose();

    private async Task<string> PlayAsync()
    {
        var health = Api.Agent("health");
        var person = new JsonObject { ["givenNames"] = Given, ["familyNames"] = Family, ["nameInScript"] = Script, ["knownAs"] = Given, ["birth"] = Birth };
        var personId = (await _api.PostAsync(Api.Lisbon, ApiSteps.People, person)).ShouldBe(HttpStatusCode.Created).Id;
        await _api.InterviewAsync(Api.Lisbon, personId);
        (await _api.PostAsync(Api.Lisbon, ApiSteps.People + "/search", new JsonObject { ["name"] = Given })).ShouldBe(HttpStatusCode.OK);
        await _api.ConsentAsync(Api.Lisbon, personId, "health", "identity", "contact");
        var referral = (await _api.PostAsync(Api.Lisbon, ApiSteps.Sent, ApiSteps.Referral(personId))).ShouldBe(HttpStatusCode.Created).Id;
        await _api.ShouldReachAsync(health, referral, "requested");
        var received = (await _api.GetAsync(health, $"/api/health/v1/referrals/{referral}")).ShouldBe(HttpStatusCode.OK).Json;
        (await _api.GetAsync(health, $"/api/health/v1/referrals/{referral}/snapshot")).ShouldBe(HttpStatusCode.OK);
        (await _api.PostAsync(health, $"/api/health/v1/referrals/{referral}/accept", new JsonObject { ["note"] = Note })).ShouldBe(HttpStatusCode.OK);
        await _api.ShouldReachAsync(Api.Lisbon, referral, "accepted");
        (await _api.PostAsync(health, $"/api/health/v1/health-user-numbers/{received["caseId"]}", new JsonObject())).Status.ShouldBe(HttpStatusCode.Accepted);
        var emergency = new JsonObject { ["personId"] = received["personId"]!.ToString(), ["reason"] = "danger-to-health", ["note"] = Given };
        (await _api.PostAsync(health, "/api/screening/v1/emergency-access", emergency)).ShouldBe(HttpStatusCode.Created);
        return personId;
    }

    /// <summary>What screening calls the person: process number and the references of all offices.</summary>
    private async Task<string[]> ReferencesAsync(string personId)
    {
        const string Sql = """
            SELECT array_agg(DISTINCT text)
            FROM (
                SELECT r.ref AS text FROM person_ref AS r WHERE r.person_id = (SELECT person_id FROM person_ref WHERE ref = @personId)
                UNION ALL
                SELECT p.process_number FROM person AS p JOIN person_ref AS r USING (person_id) WHERE r.ref = @personId) AS known
            """;
        return (await Rows.ScalarAsync<string[]>(fixture.Platform, "screening", Sql, new { personId }))!;
    }

    private async Task<List<string>> FindAsync(string[] texts)
    {
        var (found, all) = (new List<string>(), 0);
        foreach (var (service, connection) in fixture.Platform.Demo.Databases)
        {
            await using var database = NpgsqlDataSource.Create(connection);
            var (hits, tables) = await EveryTable.FindAsync(database, texts, Api.Cancellation);
            all += tables;
            found.AddRange(hits.Select(hit => $"{service}: {hit}"));
        }

        all.ShouldBeGreaterThan(400, "tables of all services");
        return found;
    }

    /// <summary>As a backup of the directory from before would.</summary>
    private async Task ForgetKeptAsync(Guid[] orders)
    {
        var owner = new DatabaseAccounts(fixture.Platform.Demo.Databases["directory"], SecretStore.Open(new PlatformLayout(fixture.Platform.Home).Secrets)).OwnerConnectionString("directory");
        await using var database = NpgsqlDataSource.Create(owner);
        await using var restore = database.CreateCommand("""
            ALTER TABLE kept_erasure DISABLE TRIGGER kept_erasure_append_only;
            DELETE FROM kept_erasure WHERE order_id = ANY (@orders);
            ALTER TABLE kept_erasure ENABLE TRIGGER kept_erasure_append_only;
            """);
        restore.Parameters.AddWithValue("orders", orders);
        await restore.ExecuteNonQueryAsync(Api.Cancellation);
        (await Rows.ScalarAsync<long>(fixture.Platform, "directory", Kept, new { orders })).ShouldBe(0);
    }

    private async Task<IEnumerable<string>> FilesAsync(string[] texts) =>
        (await Traces.CollectAsync(fixture.Platform)).SelectMany(place => texts.Where(text => place.Text.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(text => $"{place.Place}: {text}"));

    private async Task<JsonNode> UntilAsync(string order, Func<JsonNode, bool> isEnough)
    {
        var seen = await Eventually.SeenAsync(
            async () => (await _api.GetAsync(Officer, $"/api/screening/v1/erasures/{order}")).ShouldBe(HttpStatusCode.OK).Json, isEnough, seconds: 60);
        isEnough(seen).ShouldBeTrue(seen.ToJsonString());
        return seen;
    }

    private static long Sum(JsonNode order, string counts) => order["offices"]!.AsArray().SelectMany(office => office![counts]!.AsArray()).Sum(count => (long)count!["erased"]!);

    private async Task<AuditReport> VerifyAsync(string service)
    {
        const string Open = "SELECT count(*) FROM audit_entry AS a WHERE a.at < clock_timestamp() - interval '2 seconds' AND NOT EXISTS (SELECT 1 FROM audit_seal AS s WHERE s.entry_id = a.entry_id)";
        (await Eventually.SeenAsync(() => Rows.ScalarAsync<long>(fixture.Platform, service, Open), open => open is 0, seconds: 30)).ShouldBe(0, service);
        var report = await AuditVerifier.VerifyAsync(service, fixture.Platform.Demo.Databases[service], [], null, Api.Cancellation);
        report.Findings.ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"{service}: {report.Seals} seals"));
        return report;
    }
}
