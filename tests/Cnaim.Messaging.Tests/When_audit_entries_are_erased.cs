using Cnaim.Testing;
using Npgsql;

namespace Cnaim.Messaging.Tests;

/// <summary>By the service's own role, which may call one function and change no row.</summary>
public sealed class When_audit_entries_are_erased(RealServers servers)
{
    private const string Erase = "SELECT messaging.erase_audit('o', '0199d000-0000-7000-8000-000000000001', ARRAY['ref-1'], ARRAY['case'], ARRAY['case-1'])";

    private const string Entries = """
        INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id, detail) VALUES
            ('s', 'o', 'c', 'r', 'person.read', 'person', 'ref-1', NULL),
            ('s', 'o', 'c', 'r', 'disclosure.denied', 'disclosure', 'any', '{"person": "ref-1"}'),
            ('s', 'o', 'c', 'r', 'case.moved', 'case', 'case-1', '{"state": "closed"}'),
            ('s', 'o', 'c', 'r', 'case.moved', 'case', 'case-2', '{"state": "closed"}'),
            ('s', 'o', 'c', 'r', 'person.read', 'person', 'ref-2', NULL)
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_leave_what_is_named_and_verify(bool isSealedBefore)
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.ExecuteAsync(isSealedBefore ? Entries : $"{Entries}; {Erase}");
        await audited.WriteAsync(2);
        if (isSealedBefore)
        {
            (await audited.Office.ScalarAsync<long>(Erase)).ShouldBe(3);
            await audited.WriteAsync(1);
        }

        (await audited.Office.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE audit_entry::text LIKE '%ref-1%'")).ShouldBe(0);
        (await audited.Office.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE record_id IN ('ref-2', 'case-1') OR detail ->> 'state' = 'closed'")).ShouldBe(3);
        (await audited.Office.ScalarAsync<string>("SELECT detail::text FROM audit_entry WHERE action = 'audit.erased'")).ShouldBe("""{"entries": [1, 2, 3]}""");
        var report = await audited.VerifyAsync();
        report.Findings.ShouldBeEmpty();
        report.Erased.ShouldBe(isSealedBefore ? 3 : 0);
    }

    [Fact]
    public async Task Should_verify_before_the_erasure_itself_is_sealed()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.ExecuteAsync(Entries);
        await audited.WriteAsync(1);
        await audited.Office.DisposeAsync();

        await audited.ExecuteAsync(Erase);

        (await audited.VerifyAsync()).Findings.ShouldBeEmpty();
        await audited.StartOfficeAsync();
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET detail = NULL WHERE entry_id = 2")]
    [InlineData("UPDATE audit_seal SET salt = NULL WHERE entry_id = 2")]
    [InlineData("UPDATE messaging.erased_reference SET erased_at = now()")]
    [InlineData("DELETE FROM messaging.erased_reference")]
    public async Task Should_let_the_service_change_nothing_by_itself(string attack)
    {
        await using var audited = await AuditedOffice.StartAsync(servers);

        (await Should.ThrowAsync<PostgresException>(() => audited.Office.ScalarAsync<long>(attack))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET action = 'other' WHERE entry_id = 2")]
    [InlineData("""UPDATE audit_entry SET detail = '{"a": "b"}' WHERE entry_id = 2""")]
    [InlineData("UPDATE audit_entry SET record_id = 'erased' WHERE entry_id = 3")]
    [InlineData("UPDATE audit_entry SET detail = NULL WHERE action = 'audit.erased'")]
    [InlineData("UPDATE audit_seal SET head = sha256('other') WHERE entry_id = 2")]
    [InlineData("DELETE FROM audit_entry WHERE entry_id = 2")]
    public async Task Should_let_the_owner_only_take_away(string attack)
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.ExecuteAsync(Entries);
        await audited.WriteAsync(1);
        await audited.ExecuteAsync(Erase);

        (await Should.ThrowAsync<PostgresException>(() => audited.ExecuteAsync(attack))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
