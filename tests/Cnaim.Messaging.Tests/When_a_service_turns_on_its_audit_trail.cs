using Cnaim.Testing;
using Npgsql;

namespace Cnaim.Messaging.Tests;

public sealed class When_a_service_turns_on_its_audit_trail(RealServers servers)
{
    [Fact]
    public async Task Should_be_refused_by_the_database()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(2);
        string[] attacks =
        [
            "UPDATE audit_entry SET action = 'other'", "DELETE FROM audit_entry", "TRUNCATE audit_entry", "TRUNCATE audit_entry CASCADE", "DROP TABLE audit_entry",
            "ALTER TABLE audit_entry DISABLE TRIGGER ALL", "ALTER TABLE audit_entry DISABLE TRIGGER USER", "DROP TRIGGER audit_entry_append_only ON audit_entry",
            "ALTER TABLE audit_entry OWNER TO CURRENT_USER", $"SET ROLE {new NpgsqlConnectionStringBuilder(audited.Accounts.Owner).Username}", "SET session_replication_role = replica",
            "CREATE OR REPLACE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'", "CREATE RULE gone AS ON INSERT TO audit_entry DO INSTEAD NOTHING",
            "UPDATE audit_seal SET head = sha256(head)", "DELETE FROM audit_seal", "TRUNCATE audit_seal", "DROP TABLE audit_seal", "ALTER TABLE audit_seal DISABLE TRIGGER ALL",
            "INSERT INTO audit_seal (seal_no, entry_id, head) VALUES (99, 99, sha256('x'))",
        ];
        var before = await audited.VerifyAsync();

        // PostgreSQL only warns that nothing was granted.
        await audited.Office.ExecuteAsync("GRANT ALL ON audit_entry, audit_seal TO CURRENT_USER");
        await RefusedAsync(audited.Accounts.Service, attacks);
        await RefusedAsync(audited.Accounts.Sealer, [.. attacks.Where(sql => !sql.StartsWith("INSERT INTO audit_seal", StringComparison.Ordinal)),
            "INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id) VALUES ('', '', '', '', '', '', '')", "SELECT * FROM messaging.sent_event"]);

        (await audited.VerifyAsync()).ShouldBeEquivalentTo(before);
    }

    [Fact]
    public async Task Should_be_refused_by_the_trigger_too_when_it_is_the_owner()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        await audited.WriteAsync(1);

        await RefusedAsync(audited.Accounts.Owner, ["UPDATE audit_entry SET action = 'other'", "DELETE FROM audit_entry", "TRUNCATE audit_entry", "UPDATE audit_seal SET head = sha256(head)", "DELETE FROM audit_seal", "TRUNCATE audit_seal"]);
    }

    [Fact]
    public async Task Should_save_nothing_that_it_cannot_audit()
    {
        await using var audited = await AuditedOffice.StartAsync(servers);
        var role = new NpgsqlConnectionStringBuilder(audited.Accounts.Service).Username;
        await using (var revoke = audited.Owner.CreateCommand($"REVOKE INSERT ON audit_entry FROM {role}"))
        {
            await revoke.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using (var refused = await audited.PostAsync("one"))
        {
            refused.IsSuccessStatusCode.ShouldBeFalse();
        }

        (await audited.Office.ScalarAsync<long>("""
            SELECT (SELECT count(*) FROM probe_accepted) + (SELECT count(*) FROM messaging.sent_event) + (SELECT count(*) FROM messaging.outbox)
                 + (SELECT count(*) FROM messaging.stream_out) + (SELECT count(*) FROM messaging.idempotency)
            """)).ShouldBe(0);
        await using (var grant = audited.Owner.CreateCommand($"GRANT INSERT ON audit_entry TO {role}"))
        {
            await grant.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var accepted = await audited.PostAsync("one");
        accepted.IsSuccessStatusCode.ShouldBeTrue();
    }

    private static async Task RefusedAsync(string connectionString, IEnumerable<string> statements)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        foreach (var sql in statements)
        {
            await using var command = source.CreateCommand(sql);
            var refusal = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
            refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }
}
