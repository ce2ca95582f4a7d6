using Npgsql;

namespace Cnaim.Benchmarks.Costs;

/// <summary>Counters of the whole cluster: commits and write-ahead log.</summary>
/// <param name="Commits">Transactions committed.</param>
/// <param name="WalBytes">Bytes of write-ahead log.</param>
internal sealed record DatabaseCost(long Commits, long WalBytes)
{
    private const string Select = """
        SELECT
            (SELECT sum(xact_commit)::bigint FROM pg_stat_database),
            wal_bytes::bigint
        FROM pg_stat_wal
        """;

    public static async Task<DatabaseCost> ReadAsync(string admin, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Select, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new DatabaseCost(reader.GetInt64(0), reader.GetInt64(1));
    }

    public static DatabaseCost operator -(DatabaseCost after, DatabaseCost before) => Subtract(after, before);

    public static DatabaseCost Subtract(DatabaseCost after, DatabaseCost before) => new(after.Commits - before.Commits, after.WalBytes - before.WalBytes);
}
