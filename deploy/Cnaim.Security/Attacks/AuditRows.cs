using Cnaim.Security.Calls;
using Npgsql;

namespace Cnaim.Security.Attacks;

/// <summary>S20, as a service that was taken over: it may add to its audit and do nothing else, and it sees no other database.</summary>
internal static class AuditRows
{
    private const string Denied = "42501";

    public static IEnumerable<Attack> All { get; } =
    [
        AsService("alters an audit entry", "UPDATE audit_entry SET subject = 'nobody' WHERE entry_id = (SELECT min(entry_id) FROM audit_entry)"),
        AsService("deletes an audit entry", "DELETE FROM audit_entry WHERE entry_id = (SELECT min(entry_id) FROM audit_entry)"),
        AsService("empties the audit", "TRUNCATE audit_entry"),
        AsService("drops the audit", "DROP TABLE audit_entry CASCADE"),
        AsService("disables the audit's guard", "ALTER TABLE audit_entry DISABLE TRIGGER ALL"),
        AsService("replaces the audit's guard", "CREATE OR REPLACE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"),
        AsService("makes a table of its own", "CREATE TABLE public.intruder (a int)"),
        new("S20", "every service connects to every other's database", Denied, async (attacker, cancellationToken) =>
        {
            var (answers, databases) = (new SortedSet<string>(StringComparer.Ordinal), attacker.Target.Databases);
            foreach (var (code, own) in databases)
            {
                var other = databases.Keys.First(key => !string.Equals(key, code, StringComparison.Ordinal));
                var theirs = new NpgsqlConnectionStringBuilder(databases[other]).Database;
                answers.Add(await Sql.TryAsync(new NpgsqlConnectionStringBuilder(own) { Database = theirs }.ConnectionString, "SELECT 1", cancellationToken));
            }

            return string.Join(", ", answers);
        }),
        new("S20", "every service reads the server's files", Denied, async (attacker, cancellationToken) =>
            await Sql.TryAsync(attacker.Target.Databases["health"], "SELECT pg_read_file('/etc/passwd')", cancellationToken)),
    ];

    private static Attack AsService(string what, string sql) => new("S20", "every service " + what, Denied, async (attacker, cancellationToken) =>
    {
        var answers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var connection in attacker.Target.Databases.Where(database => database.Key is not ("directory" or "gateway")).Select(database => database.Value))
        {
            answers.Add(await Sql.TryAsync(connection, sql, cancellationToken));
        }

        return string.Join(", ", answers);
    });
}
