using Npgsql;

namespace Cnaim.Benchmarks.Prices;

/// <summary>Lets databases drop audit entries before they are stored, so that there is nothing to index and nothing to seal. Only for a private platform.</summary>
internal sealed class AuditSwitch(IReadOnlyList<string> databases)
{
    public Task InstallAsync(CancellationToken cancellationToken) => ExecuteAsync(
        """
        CREATE FUNCTION bench_drop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER bench_no_audit BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION bench_drop();
        ALTER TABLE audit_entry DISABLE TRIGGER bench_no_audit
        """,
        cancellationToken);

    public Task SetAsync(bool keeps, CancellationToken cancellationToken) =>
        ExecuteAsync($"ALTER TABLE audit_entry {(keeps ? "DISABLE" : "ENABLE")} TRIGGER bench_no_audit", cancellationToken);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        foreach (var database in databases)
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
