using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

/// <summary>Every attack is made by the owner of the tables, who has switched the triggers off.</summary>
public sealed class When_an_audit_trail_is_attacked(RealServers servers)
{
    [Fact]
    public async Task Should_find_nothing_before()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(6);

        var report = await audited.VerifyAsync(await audited.KeepAsync());

        (report.Seals, report.Kept, report.IsIntact).ShouldBe((6L, 1, true));
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET action = 'probe.read' WHERE entry_id = 3", AuditFindingKind.Altered, 3)]
    [InlineData("UPDATE audit_entry SET at = at - interval '1 day' WHERE entry_id = 3", AuditFindingKind.Altered, 3)]
    [InlineData("UPDATE audit_entry SET purpose = '' WHERE entry_id = 3", AuditFindingKind.Altered, 3)]
    [InlineData("""UPDATE audit_entry SET detail = '{"a": "b"}' WHERE entry_id = 3""", AuditFindingKind.Altered, 3)]
    [InlineData("UPDATE audit_entry SET message_id = NULL WHERE entry_id = 3", AuditFindingKind.Altered, 3)]
    [InlineData("DELETE FROM audit_entry WHERE entry_id = 3", AuditFindingKind.Deleted, 3)]
    [InlineData("TRUNCATE audit_entry", AuditFindingKind.Deleted, 1)]
    [InlineData("DELETE FROM audit_entry WHERE entry_id = 3; DELETE FROM audit_seal WHERE entry_id = 3", AuditFindingKind.SealRemoved, null)]
    [InlineData("DELETE FROM audit_entry WHERE entry_id = 3; DELETE FROM audit_seal WHERE entry_id = 3; UPDATE audit_seal SET seal_no = seal_no + 100 WHERE seal_no > 3; UPDATE audit_seal SET seal_no = seal_no - 101 WHERE seal_no > 100", AuditFindingKind.Altered, 4)]
    [InlineData("ALTER TABLE audit_entry ALTER entry_id DROP IDENTITY; UPDATE audit_entry SET entry_id = -entry_id WHERE entry_id IN (3, 4); UPDATE audit_entry SET entry_id = 7 + entry_id WHERE entry_id < 0", AuditFindingKind.Altered, 3)]
    [InlineData("UPDATE audit_seal SET seal_no = 100 - seal_no WHERE seal_no IN (3, 4); UPDATE audit_seal SET seal_no = seal_no - 93 WHERE seal_no > 90", AuditFindingKind.Altered, 4)]
    [InlineData("UPDATE audit_seal SET head = sha256('other') WHERE seal_no = 3", AuditFindingKind.Altered, 3)]
    [InlineData("UPDATE audit_seal SET sealed_at = sealed_at - interval '1 day' WHERE seal_no = 3", AuditFindingKind.Altered, 3)]
    public async Task Should_name_the_first_bad_row(string attack, AuditFindingKind kind, int? entry)
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(6);

        await audited.AttackAsync(attack);

        var first = (await audited.VerifyAsync()).Findings[0];
        (first.Kind, first.EntryId).ShouldBe((kind, entry));
    }

    [Fact]
    public async Task Should_find_a_row_that_was_put_in_another_ones_place()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(3);

        await audited.AttackAsync("ALTER SEQUENCE audit_entry_entry_id_seq RESTART 2; DELETE FROM audit_entry WHERE entry_id = 2; " + Forge);

        var findings = (await audited.VerifyAsync()).Findings;
        findings.ShouldContain(finding => finding.Kind == AuditFindingKind.Altered && finding.EntryId == 2);
    }

    [Fact]
    public async Task Should_find_a_row_that_was_put_before_all_others()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(3);
        await audited.Office.DisposeAsync();

        await audited.AttackAsync("INSERT INTO audit_entry (entry_id, at, subject, office, centre, role, action, record_kind, record_id) OVERRIDING SYSTEM VALUE VALUES (0, now() - interval '1 day', 'a', 'b', '', 'c', 'd', 'e', 'f')");

        var finding = (await audited.VerifyAsync()).Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.EntryId).ShouldBe((AuditFindingKind.Unsealed, 0L));
        await audited.StartOfficeAsync();
    }

    [Fact]
    public async Task Should_find_rows_that_were_cut_off_the_end()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(5);
        var kept = await audited.KeepAsync();

        await audited.AttackAsync("DELETE FROM audit_entry WHERE entry_id > 3; DELETE FROM audit_seal WHERE seal_no > 3");

        (await audited.VerifyAsync()).IsIntact.ShouldBeTrue("Without a kept head nobody can see it.");
        var finding = (await audited.VerifyAsync(kept)).Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.SealNo).ShouldBe((AuditFindingKind.Truncated, 4L));
    }

    [Fact]
    public async Task Should_find_a_chain_that_was_written_anew()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(2);
        var first = await audited.KeepAsync();
        await audited.WriteAsync(3);
        var second = await audited.KeepAsync();

        // Whoever owns the tables lets the service's own sealer do the work.
        await audited.AttackAsync("UPDATE audit_entry SET subject = 'nobody' WHERE entry_id = 4; DELETE FROM audit_seal WHERE seal_no > 2");
        (await audited.PostAsync()).EnsureSuccessStatusCode().Dispose();
        await audited.SealedAsync();

        (await audited.VerifyAsync()).IsIntact.ShouldBeTrue("The chain agrees with itself.");
        var finding = (await audited.VerifyAsync(first, second)).Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.SealNo).ShouldBe((AuditFindingKind.Rewritten, 3L));
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET detail = NULL, record_id = 'erased' WHERE entry_id = 1")]
    [InlineData("UPDATE audit_entry SET detail = NULL WHERE entry_id = 1")]
    public async Task Should_find_a_detail_that_nobody_erased(string attack)
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.ExecuteAsync(Detailed);
        await audited.WriteAsync(2);

        await audited.AttackAsync(attack + "; UPDATE audit_seal SET salt = NULL WHERE entry_id = 1");

        var finding = (await audited.VerifyAsync()).Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.EntryId).ShouldBe((AuditFindingKind.Altered, 1L));
    }

    [Fact]
    public async Task Should_find_a_reference_that_was_replaced()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.ExecuteAsync(Detailed);
        await audited.WriteAsync(2);

        await audited.AttackAsync("UPDATE audit_entry SET record_id = 'somebody else' WHERE entry_id = 1");

        (await audited.VerifyAsync()).Findings.ShouldHaveSingleItem().EntryId.ShouldBe(1L);
    }

    private const string Detailed = """
        INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id, detail) VALUES ('s', 'o', 'c', 'r', 'a', 'person', 'somebody', '{"person": "somebody"}')
        """;

    private const string Forge = "INSERT INTO audit_entry (at, subject, office, centre, role, action, record_kind, record_id) VALUES (now(), 'a', 'b', '', 'c', 'd', 'e', 'f')";
}
