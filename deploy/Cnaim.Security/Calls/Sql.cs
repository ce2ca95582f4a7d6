using Dapper;
using Npgsql;

namespace Cnaim.Security.Calls;

/// <summary>What a service that was taken over can do with its own database role.</summary>
internal static class Sql
{
    public static async Task<long> CountAsync(Attacker attacker, string service, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(attacker.Target.Databases[service], cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }

    /// <summary>The SQLSTATE of the refusal, or "done".</summary>
    public static async Task<string> TryAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(connectionString, cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: cancellationToken));
            return "done"; // and rolled back: an attack that succeeds leaves no harm behind
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
