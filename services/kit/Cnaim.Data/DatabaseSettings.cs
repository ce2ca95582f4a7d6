using Npgsql;

namespace Cnaim.Data;

/// <summary>The complete connection string of the service's database, for the few connections that are not pooled.</summary>
/// <param name="ConnectionString">With the password.</param>
public sealed record DatabaseSettings(string ConnectionString)
{
    /// <summary>Opens a connection of its own, outside the pool, for session-level locks.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<NpgsqlConnection> OpenDedicatedAsync(CancellationToken cancellationToken)
    {
        var text = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, CommandTimeout = 10 };
        var connection = new NpgsqlConnection(text.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => nameof(DatabaseSettings);
}
