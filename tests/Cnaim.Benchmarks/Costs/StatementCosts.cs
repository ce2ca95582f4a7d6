using Npgsql;

namespace Cnaim.Benchmarks.Costs;

/// <summary>Where PostgreSQL's time goes, from pg_stat_statements of the whole cluster.</summary>
internal static class StatementCosts
{
    private const string Reset = """
        CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
        SELECT pg_stat_statements_reset();
        """;

    private const string Top = """
        SELECT
            d.datname,
            s.calls,
            s.total_exec_time,
            s.plans,
            s.total_plan_time,
            left(regexp_replace(s.query, '\s+', ' ', 'g'), 110)
        FROM pg_stat_statements AS s
        JOIN pg_database AS d ON d.oid = s.dbid
        ORDER BY s.total_exec_time + s.total_plan_time DESC
        LIMIT 30
        """;

    public static async Task ResetAsync(string admin, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Reset, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The most expensive statements since <see cref="ResetAsync"/>.</summary>
    public static async Task<IReadOnlyList<StatementCost>> ReadAsync(string admin, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Top, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var costs = new List<StatementCost>();
        while (await reader.ReadAsync(cancellationToken))
        {
            costs.Add(new StatementCost(reader.GetString(0), reader.GetInt64(1), reader.GetDouble(2), reader.GetInt64(3), reader.GetDouble(4), reader.GetString(5)));
        }

        return costs;
    }
}
