using System.Net;
using Cnaim.Subscriptions.Agreements;
using Npgsql;

namespace Cnaim.Subscriptions.Tests.Agreements;

public sealed class When_an_agreement_changes(Installation here) : IClassFixture<Installation>
{
    private static readonly AgreementTerms Narrow = Calls.Terms() with { EventTypes = ["pt.cnaim.referral.accepted.v1"], Municipalities = ["1106"], ValidUntil = new DateOnly(2030, 1, 1) };

    public static TheoryData<string> Wider { get; } = ["types", "municipality", "all", "level", "party", "earlier", "later", "no-end"];

    [Fact]
    public async Task Should_need_a_second_person_to_widen()
    {
        using var one = here.Administrator("one");
        using var other = here.Administrator("other");
        const string Client = "partner-of-two";

        var asked = await one.DoAsync("/v1/agreements/changes", new { clientId = Client, terms = Narrow, reason = "A test." });
        var path = $"/v1/agreements/changes/{asked.GetProperty("id").GetString()}/approve";
        asked.GetProperty("widens").GetBoolean().ShouldBeTrue();
        (await one.DoAsync(path, expected: HttpStatusCode.Conflict)).ProblemOf().ShouldBe("agreement-own-change");
        (await here.ScalarAsync<long>("SELECT count(1) FROM agreement WHERE client_id = @Client", new { Client })).ShouldBe(0);

        await other.DoAsync(path);
        (await here.ScalarAsync<long>("SELECT count(1) FROM agreement WHERE client_id = @Client", new { Client })).ShouldBe(1);
        (await other.DoAsync(path, expected: HttpStatusCode.Conflict)).ProblemOf().ShouldBe("agreement-change-decided");
    }

    [Fact]
    public async Task Should_count_at_once_when_it_narrows()
    {
        var client = await here.AgreeAsync();
        using var one = here.Administrator("one");

        var asked = await one.DoAsync("/v1/agreements/changes", new { clientId = client, terms = Narrow, reason = "Less." });

        (asked.GetProperty("widens").GetBoolean(), asked.GetProperty("decision").GetString()).ShouldBe((false, "applied"));
        using var partner = here.As(client);
        (await partner.GetJsonAsync("/v1/agreement")).GetProperty("terms").GetProperty("municipalities")[0].GetString().ShouldBe("1106");
    }

    [Theory]
    [MemberData(nameof(Wider))]
    public void Should_know_what_widens(string what)
    {
        AgreementRules.Widens(Narrow, Narrow).ShouldBeFalse();
        AgreementRules.Widens(Narrow, Widen(what)).ShouldBeTrue();
        // The way back narrows, except to a party, which sees less of many and more of some.
        AgreementRules.Widens(Widen(what), Narrow).ShouldBe(what is "party" or "level");
    }

    [Fact]
    public void Should_let_a_count_become_nothing_else_alone()
    {
        var count = Narrow with { DataLevel = DataLevel.Count };
        AgreementRules.Widens(Narrow, count).ShouldBeFalse();
        AgreementRules.Widens(count, Narrow).ShouldBeTrue();
        AgreementRules.Widens(Narrow, Narrow with { FocalPoint = new FocalPoint("Other", "other@example.org") }).ShouldBeFalse();
    }

    [Theory]
    [InlineData("approved", "one")]
    [InlineData("applied", "one")]
    [InlineData("applied", "other")]
    public async Task Should_be_held_by_the_table_too(string decision, string decidedBy)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => here.ExecuteAsync(
            """
            INSERT INTO agreement_change (change_id, client_id, terms, widens, base_version, reason, requested_by, requested_at, decision, decided_by, decided_at)
            VALUES (gen_random_uuid(), 'partner', '{}', true, 0, 'no', 'one', now(), @decision, @decidedBy, now())
            """,
            new { decision, decidedBy }));

        refused.ConstraintName.ShouldBe("agreement_change_two_people");
    }

    [Fact]
    public async Task Should_not_apply_what_was_asked_of_another_version()
    {
        var client = await here.AgreeAsync(_ => Narrow);
        using var one = here.Administrator("one");
        using var other = here.Administrator("other");
        var wide = await one.DoAsync("/v1/agreements/changes", new { clientId = client, terms = Calls.Terms(), reason = "More." });
        await one.DoAsync("/v1/agreements/changes", new { clientId = client, terms = Narrow with { ValidUntil = new DateOnly(2029, 1, 1) }, reason = "Less." });

        (await other.DoAsync($"/v1/agreements/changes/{wide.GetProperty("id").GetString()}/approve", expected: HttpStatusCode.Conflict)).ProblemOf().ShouldBe("agreement-moved");
    }

    [Theory]
    [InlineData("pt.cnaim.secret.v1", "1106", "status", null)]
    [InlineData("pt.cnaim.referral.accepted.v1", "9999", "status", null)]
    [InlineData("pt.cnaim.referral.accepted.v1", "1106", "everything", null)]
    [InlineData("pt.cnaim.referral.accepted.v1", "1106", "party", null)]
    [InlineData("pt.cnaim.referral.accepted.v1", "1106", "party", "victim-support")]
    [InlineData("pt.cnaim.referral.accepted.v1", "1106", "party", "screening")]
    [InlineData("pt.cnaim.referral.accepted.v1", "1106", "status", "health")]
    public async Task Should_refuse_what_cannot_be_agreed_on(string type, string municipality, string level, string? office)
    {
        using var one = here.Administrator("one");
        var terms = Narrow with { EventTypes = [type], Municipalities = [municipality], DataLevel = level, Office = office };

        (await one.DoAsync("/v1/agreements/changes", new { clientId = "partner", terms, reason = "A test." }, HttpStatusCode.UnprocessableEntity)).ProblemOf().ShouldBe("agreement-invalid");
    }

    [Fact]
    public async Task Should_seed_each_sandbox_partner_once()
    {
        await Calls.UntilAsync(async () => await here.ScalarAsync<long>("SELECT count(1) FROM agreement WHERE client_id LIKE 'sandbox-%'") is 2, "both are there");
        (await here.QueryAsync<string>("SELECT record_id FROM audit_entry WHERE action = 'agreement.seeded' ORDER BY record_id")).ShouldBe(["sandbox-agency", "sandbox-partner"]);
    }

    [Fact]
    public async Task Should_be_audited()
    {
        var client = await here.AgreeAsync();

        (await here.QueryAsync<string>("SELECT action FROM audit_entry WHERE record_id = @client ORDER BY entry_id", new { client })).ShouldBe(["agreement-change.requested", "agreement-change.approved"]);
    }

    private static AgreementTerms Widen(string what) => what switch
    {
        "types" => Narrow with { EventTypes = [.. Narrow.EventTypes, "pt.cnaim.referral.started.v1"] },
        "municipality" => Narrow with { Municipalities = ["1106", "1312"] },
        "all" => Narrow with { Municipalities = ["*"] },
        "level" => Narrow with { DataLevel = DataLevel.Party },
        "party" => Narrow with { DataLevel = DataLevel.Party, Office = "health" },
        "earlier" => Narrow with { ValidFrom = Narrow.ValidFrom.AddDays(-1) },
        "later" => Narrow with { ValidUntil = Narrow.ValidUntil!.Value.AddDays(1) },
        _ => Narrow with { ValidUntil = null },
    };
}
