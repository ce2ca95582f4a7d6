using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Contracts;
using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_a_person_asks_to_be_forgotten(ScreeningPlatform platform)
{
    private const string Answer = "Quelimane de Fonseca";

    [Fact]
    public async Task Should_leave_nothing_that_names_them_once_the_offices_have_answered()
    {
        var person = await KnownPersonAsync("Zoraidalma Quissanga");
        var texts = await NamesOfAsync(person, "zoraidalma");
        (await FindAsync(texts)).Hits.ShouldNotBeEmpty("The search itself has to work.");

        var order = await RequestAsync(person);
        await DecideAsync(order, "approve");
        await ConfirmAsync(order, "health");
        await ConfirmAsync(order, "reception");

        var (hits, tables) = await FindAsync(texts);
        hits.ShouldBeEmpty();
        tables.ShouldBeGreaterThan(20);
        using var mediator = platform.Client();
        (await mediator.SendAsync(HttpMethod.Get, $"/v1/people/{person}")).Body.Code().ShouldBe("person-not-found");
        (await mediator.PostAsync("/v1/people/search", new { name = "Zoraidalma" }, HttpStatusCode.OK))["items"]!.AsArray().ShouldBeEmpty();
        ((string)(await ReadAsync(order))["status"]!).ShouldBe("done");
    }

    /// <summary>A restored database knows again whom it had forgotten; what the directory kept of the order says whom.</summary>
    [Fact]
    public async Task Should_be_forgotten_again_after_a_restore_without_telling_the_offices()
    {
        var person = await KnownPersonAsync("Hermengarda Txicuco");
        var texts = await NamesOfAsync(person, "hermengarda");
        var digest = await platform.ScalarAsync<string>("SELECT encode(messaging.erased_digest(person_id::text), 'hex') FROM person_ref WHERE ref = $1", person);
        var order = Guid.CreateVersion7();
        using var administrator = platform.Client(role: "administrator");

        var done = await administrator.PostAsync("/operator/erasures/reapply", new { orderId = order, digests = new[] { digest } }, HttpStatusCode.OK);

        ((int)done["changed"]!).ShouldBeGreaterThan(0);
        (await FindAsync(texts)).Hits.ShouldBeEmpty();
        (await platform.ScalarAsync<long>("SELECT count(*) FROM messaging.sent_event WHERE stream_id = $1", order)).ShouldBe(0);
        ((int)(await administrator.PostAsync("/operator/erasures/reapply", new { orderId = order, digests = new[] { digest } }, HttpStatusCode.OK))["changed"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Should_count_first_and_change_nothing()
    {
        var person = await KnownPersonAsync("Benvinda Tchissola");

        var order = await RequestAsync(person);

        using var mediator = platform.Client();
        (await mediator.SendAsync(HttpMethod.Get, $"/v1/people/{person}")).Status.ShouldBe(HttpStatusCode.OK);
        var counted = Office(await ReadAsync(order), "screening")["wouldErase"]!.AsArray().ToDictionary(count => (string)count!["category"]!, count => (long)count!["erased"]!);
        (counted["identity"], counted["interviews"], counted["consents"], counted["disclosures"]).ShouldBe((1L, 1L, 1L, 1L));
        counted["audit"].ShouldBeGreaterThan(0);
        (await platform.ScalarAsync<long>("SELECT count(*) FROM messaging.sent_event WHERE stream_id IN (SELECT order_id FROM erasure_at_office WHERE erasure_id = $1) AND event_type = 'pt.cnaim.command.erase-person.v1'", order)).ShouldBe(2);
        (await platform.ScalarAsync<long>("SELECT count(DISTINCT stream_id) FROM messaging.sent_event WHERE stream_id IN (SELECT order_id FROM erasure_at_office WHERE erasure_id = $1)", order)).ShouldBe(2); // no id for two offices
    }

    [Fact]
    public async Task Should_tell_only_offices_that_could_know_the_person()
    {
        using var mediator = platform.Client();
        var person = await mediator.RegisterAsync("Odete");
        await mediator.ConsentAsync(person, ["health", "tax", "borders"]);
        await platform.DecideAsync(person);

        var order = await RequestAsync(person);
        await DecideAsync(order, "approve");

        (await AudiencesAsync(order)).ShouldBe(["health", "reception"]);
    }

    [Fact]
    public async Task Should_end_consents_and_permits_with_the_approval()
    {
        using var mediator = platform.Client();
        var person = await mediator.RegisterAsync("Celestino");
        await mediator.ConsentAsync(person, ["health"]);
        var permit = (await platform.DecideAsync(person)).Permit.DisclosureId;

        await DecideAsync(await RequestAsync(person), "approve");

        await platform.ShouldNotFetchAsync("health", permit);
        (await platform.DecideAsync(person)).Permit.ShouldBeNull();
    }

    [Fact]
    public async Task Should_be_decided_by_another_person()
    {
        var order = await RequestAsync(await KnownPersonAsync("Amália"));
        await platform.ExecuteAsync("UPDATE erasure SET requested_by = 'data-protection-officer@network.network' WHERE erasure_id = $1", order);

        (await SendAsync(order, "approve")).Body.Code().ShouldBe("erasure-second-person-needed");
        (await SendAsync(order, "reject")).Body.Code().ShouldBe("erasure-second-person-needed");
        (await Should.ThrowAsync<PostgresException>(() => platform.ExecuteAsync(
            "UPDATE erasure SET status = 'approved', decided_by = requested_by, decided_at = now() WHERE erasure_id = $1", order))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
        (await platform.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'erasure.decide-denied' AND record_id = $1", order.ToString())).ShouldBe(2);
    }

    [Theory]
    [InlineData("mediator")]
    [InlineData("coordinator")]
    [InlineData("administrator")]
    [InlineData("auditor")]
    public async Task Should_be_decided_by_nobody_but_the_officer(string role)
    {
        var order = await RequestAsync(await KnownPersonAsync("Deolinda"));
        using var client = platform.Client(role: role);

        (await client.SendAsync(HttpMethod.Post, $"/v1/erasures/{order}/approve", "{}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_not_tell_an_unknown_person_from_one_of_another_centre()
    {
        var person = await KnownPersonAsync("Firmino");
        using var elsewhere = platform.Client(centre: "cnaim-norte");

        var hidden = await elsewhere.SendAsync(HttpMethod.Post, $"/v1/people/{person}/erasures", "{}");
        var unknown = await elsewhere.SendAsync(HttpMethod.Post, $"/v1/people/{new string('a', 26)}/erasures", "{}");

        (hidden.Status, hidden.Body.Code()).ShouldBe((HttpStatusCode.NotFound, "person-not-found"));
        (unknown.Status, unknown.Body.Code()).ShouldBe((HttpStatusCode.NotFound, "person-not-found"));
        hidden.Body.Select(member => member.Key).ShouldBe(unknown.Body.Select(member => member.Key));
    }

    [Fact]
    public async Task Should_show_which_offices_know_the_person_to_the_officer_alone()
    {
        var order = await RequestAsync(await KnownPersonAsync("Graciete"));
        using var mediator = platform.Client();
        using var elsewhere = platform.Client(centre: "cnaim-norte");

        var (status, seen, _) = await mediator.SendAsync(HttpMethod.Get, $"/v1/erasures/{order}");

        status.ShouldBe(HttpStatusCode.OK);
        seen["offices"].ShouldBeNull();
        ((int)seen["waiting"]!).ShouldBe(2);
        (await elsewhere.SendAsync(HttpMethod.Get, $"/v1/erasures/{order}")).Body.Code().ShouldBe("erasure-not-found");
        (await ReadAsync(order))["offices"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_be_asked_once_and_decided_once()
    {
        var person = await KnownPersonAsync("Honorina");
        using var mediator = platform.Client();
        var order = await RequestAsync(person);

        (await mediator.SendAsync(HttpMethod.Post, $"/v1/people/{person}/erasures", "{}")).Body.Code().ShouldBe("erasure-open");
        await DecideAsync(order, "reject");
        (await SendAsync(order, "approve")).Body.Code().ShouldBe("erasure-decided");
        (await mediator.SendAsync(HttpMethod.Get, $"/v1/people/{person}")).Status.ShouldBe(HttpStatusCode.OK);
        await RequestAsync(person);
    }

    [Fact]
    public async Task Should_stand_on_the_officers_list_while_an_office_is_silent_for_72_hours()
    {
        var order = await RequestAsync(await KnownPersonAsync("Idalécio"));
        await DecideAsync(order, "approve");
        await ConfirmAsync(order, "reception");
        (await SilentAsync(order)).ShouldBeEmpty();

        await platform.ExecuteAsync("UPDATE erasure_at_office SET ordered_at = ordered_at - interval '72 hours' WHERE erasure_id = $1", order);
        (await SilentAsync(order)).ShouldBe(["health"]);
        await ConfirmAsync(order, "health");
        (await SilentAsync(order)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_take_no_answer_from_an_office_that_was_not_told()
    {
        var order = await RequestAsync(await KnownPersonAsync("Jordana"));
        await DecideAsync(order, "approve");

        await SayAsync(order, "tax");
        await ConfirmAsync(order, "reception");

        (await ReadAsync(order))["offices"]!.AsArray().Select(office => (string)office!["office"]!).ShouldBe(["health", "reception", "screening"]);
    }

    [Fact]
    public async Task Should_verify_the_audit_trail_afterwards()
    {
        var order = await RequestAsync(await KnownPersonAsync("Leonilde"));
        await UntilAsync("SELECT count(*) FROM audit_entry AS a JOIN audit_seal AS s USING (entry_id) WHERE a.action = 'erasure.requested' AND a.record_id = $1::text", order, 1);
        await DecideAsync(order, "approve");
        await UntilAsync("SELECT count(*) FROM audit_entry AS a JOIN audit_seal AS s USING (entry_id) WHERE a.action = 'erasure.approved' AND a.record_id = $1::text", order, 1);

        var report = await AuditVerifier.VerifyAsync("screening", platform.Servers.Postgres.Databases.SealerConnectionString("screening"), [], null, TestContext.Current.CancellationToken);

        report.Findings.ShouldBeEmpty();
        report.Erased.ShouldBeGreaterThan(0);
    }

    private async Task<string> KnownPersonAsync(string name)
    {
        using var mediator = platform.Client();
        var person = await mediator.RegisterAsync(name);
        await mediator.AnswerAsync(await mediator.StartInterviewAsync(person), new { municipality = "Lisboa" });
        await mediator.ConsentAsync(person, ["health"]);
        await platform.DecideAsync(person);
        await mediator.PostAsync("/v1/emergency-access", new { personId = person, reason = "missing-person", note = Answer });
        return person;
    }

    private async Task<string[]> NamesOfAsync(string person, string name) =>
    [
        name,
        .. await platform.ScalarAsync<string[]>("SELECT array_agg(ref) FROM person_ref WHERE person_id = (SELECT person_id FROM person_ref WHERE ref = $1)", person),
        await platform.ScalarAsync<string>("SELECT process_number FROM person AS p JOIN person_ref AS r USING (person_id) WHERE r.ref = $1", person),
    ];

    private async Task<(IReadOnlyList<string> Hits, int Tables)> FindAsync(string[] texts)
    {
        await using var owner = NpgsqlDataSource.Create(platform.Servers.Postgres.Databases.OwnerConnectionString("screening"));
        return await EveryTable.FindAsync(owner, texts, TestContext.Current.CancellationToken);
    }

    private async Task<Guid> RequestAsync(string person)
    {
        using var mediator = platform.Client();
        return Guid.Parse((string)(await mediator.PostAsync($"/v1/people/{person}/erasures", new { }))["id"]!);
    }

    private async Task DecideAsync(Guid order, string how) => (await SendAsync(order, how)).Status.ShouldBe(HttpStatusCode.OK);

    private async Task<(HttpStatusCode Status, JsonObject Body)> SendAsync(Guid order, string how)
    {
        using var officer = platform.Client("network", "network", "data-protection-officer");
        var (status, body, _) = await officer.SendAsync(HttpMethod.Post, $"/v1/erasures/{order}/{how}", "{}");
        return (status, body);
    }

    private async Task<JsonObject> ReadAsync(Guid order)
    {
        using var officer = platform.Client("network", "network", "data-protection-officer");
        var (status, body, _) = await officer.SendAsync(HttpMethod.Get, $"/v1/erasures/{order}");
        status.ShouldBe(HttpStatusCode.OK);
        return body;
    }

    private static JsonNode Office(JsonObject order, string office) => order["offices"]!.AsArray().Single(at => string.Equals((string)at!["office"]!, office, StringComparison.Ordinal))!;

    private async Task SayAsync(Guid order, string office)
    {
        var own = await platform.ScalarAsync<Guid>($"SELECT COALESCE((SELECT order_id FROM erasure_at_office WHERE erasure_id = $1 AND office = '{office}'), $1)", order);
        await platform.Servers.SayAsync(office, "screening", own, new ConfirmErasure
        {
            OrderId = own,
            DryRun = false,
            Counts = [new ErasedCount { Category = "cases", Erased = 1, Kept = 0 }],
            ConfirmedAt = TimeProvider.System.GetUtcNow(),
        });
    }

    private async Task ConfirmAsync(Guid order, string office)
    {
        await SayAsync(order, office);
        await UntilAsync($"SELECT count(*) FROM erasure_at_office WHERE erasure_id = $1 AND office = '{office}' AND confirmed_at IS NOT NULL", order, 1);
    }

    private async Task UntilAsync(string sql, Guid order, long expected)
    {
        while (await platform.ScalarAsync<long>(sql, order) != expected)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string[]> AudiencesAsync(Guid order) => await platform.ScalarAsync<string[]>(
        "SELECT array_agg(DISTINCT audience ORDER BY audience) FROM messaging.sent_event WHERE stream_id IN (SELECT order_id FROM erasure_at_office WHERE erasure_id = $1)", order);

    private async Task<string[]> SilentAsync(Guid order)
    {
        using var officer = platform.Client("network", "network", "data-protection-officer");
        var (status, page, _) = await officer.SendAsync(HttpMethod.Get, "/v1/data-protection/unconfirmed-erasures");
        status.ShouldBe(HttpStatusCode.OK);
        return [.. page["items"]!.AsArray().Where(item => (Guid)item!["erasureId"]! == order).Select(item => (string)item!["office"]!)];
    }
}
