using Npgsql;

namespace Cnaim.Servers;

/// <summary>Creates one database and one role per service: the role owns its database and can connect to no other.</summary>
/// <param name="adminConnectionString">A superuser's connection string, or that of a role with CREATEDB and CREATEROLE.</param>
/// <param name="secrets">Where the roles' passwords are kept.</param>
public sealed class DatabaseAccounts(string adminConnectionString, SecretStore secrets)
{
    /// <summary>Name of a service's database and of its role.</summary>
    /// <param name="code">The service's code.</param>
    public static string NameOf(string code) => "cnaim_" + code.Replace('-', '_');

    /// <summary>Connection string of a service's own role to its own database.</summary>
    /// <param name="code">The service's code.</param>
    /// <param name="maximumPoolSize">Connections at most; 8 unless a benchmark says otherwise.</param>
    public string ConnectionString(string code, int maximumPoolSize = 8) => new NpgsqlConnectionStringBuilder(adminConnectionString)
    {
        Username = NameOf(code),
        Password = secrets.Password("database." + code),
        Database = NameOf(code),
        Pooling = true,
        MaxPoolSize = maximumPoolSize,
        Timeout = 15,
    }.ConnectionString;

    /// <summary>Creates what is missing and closes the databases to everybody else; harmless when repeated.</summary>
    /// <param name="codes">Codes of services.</param>
    /// <param name="cancellationToken">Ends the work between two services.</param>
    public async Task EnsureAsync(IEnumerable<string> codes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(codes);
        await using var source = NpgsqlDataSource.Create(adminConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, DatabaseSql.CloseShared, cancellationToken);
        foreach (var code in codes)
        {
            var name = NameOf(code);
            await ExecuteAsync(connection, DatabaseSql.EnsureRole(name, secrets.Password("database." + code)), cancellationToken);
            if (!await ExistsAsync(connection, name, cancellationToken))
            {
                await ExecuteAsync(connection, DatabaseSql.CreateDatabase(name), cancellationToken);
            }

            await ExecuteAsync(connection, DatabaseSql.CloseDatabase(name), cancellationToken);
        }
    }

    /// <summary>Creates the database of one service and answers its connection string.</summary>
    /// <param name="code">The service's code.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<string> CreateAsync(string code, CancellationToken cancellationToken = default)
    {
        await EnsureAsync([code], cancellationToken);
        return ConnectionString(code);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(DatabaseSql.Exists, connection);
        command.Parameters.AddWithValue("name", name);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
