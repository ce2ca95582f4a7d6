using System.Net;
using System.Text.Json;
using Cnaim.Contracts;
using Cnaim.Contracts.Commands;
using Cnaim.Health;
using Cnaim.Messaging;
using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;
using Cnaim.Testing;
using Npgsql;

namespace Cnaim.Offices.Tests.Referrals;

public sealed class When_a_person_is_erased(OfficeNetwork network)
{
    private const string Screening = "screening";

    [Fact]
    public async Task Should_leave_nothing_that_names_them_at_either_side()
    {
        var played = await PlayAsync();

        var received = await EraseAsync("health", played.AtReceiver);
        var sent = await EraseAsync("reception", played.AtSender);

        Count(received, "cases").Erased.ShouldBe(1);
        Count(received, "notes").Erased.ShouldBeGreaterThan(0);
        Count(received, "health-user-numbers").Erased.ShouldBe(1);
        Count(sent, "referrals-sent").Erased.ShouldBe(1);
        Count(sent, "messages").Erased.ShouldBe(1, "the request that names the person at the receiver");
        Count(sent, "stored-answers").Erased.ShouldBeGreaterThan(0);
        await NothingOfAsync("health", played);
        await NothingOfAsync("reception", played);
    }

    [Fact]
    public async Task Should_end_an_open_referral_so_that_both_sides_agree()
    {
        var played = await PlayAsync();

        await EraseAsync("health", played.AtReceiver);

        await played.Agent.UntilAsync(played.Id, "cancelled");
        await played.Desk.UntilAsync(played.Id, "cancelled");
        using var response = await played.Agent.ReadAsync(played.Id);
        (await response.JsonAsync(HttpStatusCode.OK)).GetProperty("personId").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Should_only_count_in_a_dry_run_and_count_the_same()
    {
        var played = await PlayAsync();
        var order = Guid.CreateVersion7();

        var counted = await EraseAsync("health", played.AtReceiver, order, isDryRun: true);
        var (before, _) = await FindAsync("health", played.AtReceiver);
        var erased = await EraseAsync("health", played.AtReceiver, order, version: 2);

        before.ShouldNotBeEmpty();
        Count(counted, "audit").Erased.ShouldBeGreaterThan(0);
        counted.Counts.Select(count => (count.Category, count.Erased)).ShouldBe(erased.Counts.Select(count => (count.Category, count.Erased)));
    }

    [Fact]
    public async Task Should_keep_what_a_law_keeps_and_name_the_law()
    {
        var played = await PlayAsync();
        var path = $"/v1/cases/{played.CaseId}";
        using var file = await played.Agent.LookAsync(path);
        using var kept = await played.Agent.PutAsync(path + "/legal-basis", new { legalBasis = "Lei 15/2014" }, file.Headers.ETag.ShouldNotBeNull().Tag);
        kept.StatusCode.ShouldBe(HttpStatusCode.OK);

        var answer = await EraseAsync("health", played.AtReceiver);

        answer.LegalBases.ShouldBe(["Lei 15/2014"]);
        (Count(answer, "cases").Erased, Count(answer, "cases").Kept).ShouldBe((0, 1));
        (Count(answer, "referrals-received").Erased, Count(answer, "referrals-received").Kept).ShouldBe((0, 1));
        (await played.Health.TextsAsync("SELECT person_ref FROM case_file WHERE case_id = @id", ("id", played.CaseId))).ShouldBe([played.AtReceiver]);
    }

    [Fact]
    public async Task Should_store_nothing_that_arrives_afterwards()
    {
        var played = await PlayAsync();
        await EraseAsync("health", played.AtReceiver);
        var late = Guid.CreateVersion7();

        await network.SayAsync("reception", "health", late, Request(late, played.AtReceiver));

        await Wait.UntilAsync(async () => (await played.Health.TextsAsync("SELECT last_version::text FROM messaging.stream_in WHERE stream_id = @late", ("late", late))).Count == 1, "the late request to be taken");
        (await played.Health.TextsAsync("SELECT status FROM referral_received WHERE referral_id = @late", ("late", late))).ShouldBeEmpty();
        (await played.Health.TextsAsync("SELECT state FROM case_file WHERE referral_id = @late", ("late", late))).ShouldBeEmpty();
        (await FindAsync("health", played.AtReceiver)).Hits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_erase_what_waits_for_an_earlier_message()
    {
        var played = await PlayAsync();
        var late = Guid.CreateVersion7();
        await network.SayAsync("reception", "health", late, Request(late, played.AtReceiver), version: 2);
        await Wait.UntilAsync(async () => (await played.Health.TextsAsync("SELECT reason FROM messaging.parked WHERE stream_id = @late", ("late", late))).Count == 1, "the request to be parked");

        await EraseAsync("health", played.AtReceiver);

        (await played.Health.TextsAsync("SELECT reason FROM messaging.parked WHERE stream_id = @late", ("late", late))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_take_what_failed_out_of_the_error_queue()
    {
        var played = await PlayAsync();
        var bad = Guid.CreateVersion7();
        await network.SayAsync("reception", "health", bad, Request(bad, played.AtReceiver) with { Priority = "whenever" });
        await Wait.UntilAsync(async () => (await played.Health.TextsAsync("SELECT queue FROM messaging.failed WHERE stream_id = @bad", ("bad", bad))).Count == 1, "the request to fail");
        (await network.Servers.CountInErrorQueueAsync("health", played.AtReceiver)).ShouldBe(1);

        await EraseAsync("health", played.AtReceiver);

        (await network.Servers.CountInErrorQueueAsync("health", played.AtReceiver)).ShouldBe(0);
        (await played.Health.TextsAsync("SELECT queue FROM messaging.failed WHERE stream_id = @bad", ("bad", bad))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_answer_with_zeros_where_nobody_is_known()
    {
        await network.StartAsync<HealthService>("health");

        var answer = await EraseAsync("health", ReferralApi.NewPerson());

        answer.Counts.ShouldAllBe(count => count.Erased == 0 && count.Kept == 0);
    }

    [Fact]
    public async Task Should_verify_the_audit_trail_afterwards()
    {
        var played = await PlayAsync();
        await SealedAsync(played); // an entry that is erased before its seal has nothing to take out of the chain
        await EraseAsync("health", played.AtReceiver);
        await SealedAsync(played);

        var report = await AuditVerifier.VerifyAsync("health", network.Servers.Postgres.Databases.SealerConnectionString("health"), [], null, TestContext.Current.CancellationToken);

        report.Findings.ShouldBeEmpty();
        report.Erased.ShouldBeGreaterThan(0);
    }

    private static Task SealedAsync(Played played) => Wait.UntilAsync(
        async () => (await played.Health.TextsAsync("SELECT 'open' FROM audit_entry AS a WHERE NOT EXISTS (SELECT 1 FROM audit_seal AS s WHERE s.entry_id = a.entry_id)")).Count == 0, "all entries sealed");

    private async Task<ConfirmErasure> EraseAsync(string office, string person, Guid? order = null, bool isDryRun = false, long version = 1)
    {
        var id = order ?? Guid.CreateVersion7();
        await network.SayAsync(Screening, office, id, new ErasePerson { OrderId = id, PersonRefs = [person], DryRun = isDryRun, OrderedAt = TimeProvider.System.GetUtcNow() }, version);
        await using var database = Owner(office);
        await using var command = database.CreateCommand("SELECT convert_from(body, 'UTF8') FROM messaging.sent_event WHERE stream_id = @id AND version = @version");
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("version", version);
        string? body = null;
        await Wait.UntilAsync(async () => (body = (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)) is not null, $"{office} to answer the order");
        return JsonSerializer.Deserialize<ConfirmErasure>(body!, JsonSerializerOptions.Web)!;
    }

    private static ErasedCount Count(ConfirmErasure answer, string category) => answer.Counts.Single(count => string.Equals(count.Category, category, StringComparison.Ordinal));

    private async Task NothingOfAsync(string office, Played played)
    {
        var (hits, tables) = await FindAsync(office, played.AtReceiver, played.AtSender, played.Note);
        hits.ShouldBeEmpty();
        tables.ShouldBeGreaterThan(20);
    }

    private async Task<(IReadOnlyList<string> Hits, int Tables)> FindAsync(string office, params string[] texts)
    {
        await using var database = Owner(office);
        return await EveryTable.FindAsync(database, texts, TestContext.Current.CancellationToken);
    }

    private NpgsqlDataSource Owner(string office) => NpgsqlDataSource.Create(network.Servers.Postgres.Databases.OwnerConnectionString(office));

    private static RequestReferral Request(Guid id, string person) => new()
    {
        ReferralId = id,
        DisclosureId = Guid.CreateVersion7(),
        PersonRef = person,
        Sender = new Party { Office = "reception", Centre = "cnaim-lisboa" },
        Receiver = new Party { Office = "health", Centre = "cnaim-lisboa" },
        Request = "health.user-number",
        Priority = "routine",
        AcknowledgeBy = TimeProvider.System.GetUtcNow().AddDays(2),
        ResolveBy = TimeProvider.System.GetUtcNow().AddDays(30),
        RequestedAt = TimeProvider.System.GetUtcNow(),
    };

    private async Task<Played> PlayAsync()
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        var health = await network.StartAsync<HealthService>("health");
        var (desk, agent) = (reception.At("cnaim-lisboa", "reception"), health.At("cnaim-lisboa"));
        var person = ReferralApi.NewPerson();
        var id = await desk.ReferAsync(ReferralApi.Body(person, "health", "health.user-number"));
        await agent.UntilAsync(id, "requested");
        var note = $"asked for a doctor, {Guid.NewGuid()}";
        await agent.MoveAsync(id, "accept", new { note });
        await desk.UntilAsync(id, "accepted");
        using var response = await agent.ReadAsync(id);
        var referral = await response.JsonAsync(HttpStatusCode.OK);
        var caseId = referral.GetProperty("caseId").GetGuid();
        using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri($"/v1/health-user-numbers/{caseId}", UriKind.Relative));
        ask.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var asked = await agent.SendAsync(ask, TestContext.Current.CancellationToken);
        asked.IsSuccessStatusCode.ShouldBeTrue(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var shown = await health.At("cnaim-lisboa", "focal-point").LookAsync($"/v1/audit/persons/{referral.GetProperty("personId").GetString()}");
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new Played(id, caseId, person, referral.GetProperty("personId").GetString()!, note, health, desk, agent);
    }

    private sealed record Played(Guid Id, Guid CaseId, string AtSender, string AtReceiver, string Note, OfficeHost<HealthService> Health, HttpClient Desk, HttpClient Agent);
}
