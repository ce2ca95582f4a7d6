using Npgsql;

namespace Cnaim.Servers;

/// <summary>
/// Creates one database per service with three roles: the owner migrates and nothing else, the service works with rows, the sealer seals audit entries.
/// None of them can connect to another service's database.
/// </summary>
/// <param name="adminConnectionString">A superuser's connection string, or that of a role with CREATEDB and CREATEROLE.</param>
/// <param name="secrets">Where the roles' passwords are kept.</param>
public sealed class DatabaseAccounts(string adminConnectionString, SecretStore secrets)
{
    /// <summary>Name of a service's database and of its role.</summary>
    /// <param name="code">The service's code.</param>
    public static string NameOf(string code) => "cnaim_" + code.Replace('-', '_');

    /// <summary>Name of the role that owns a service's database.</summary>
    /// <param name="code">The service's code.</param>
    public static string OwnerOf(string code) => NameOf(code) + "_owner";

    /// <summary>Name of the role that seals a service's audit entries.</summary>
    /// <param name="code">The service's code.</param>
    public static string SealerOf(string code) => NameOf(code) + "_sealer";

    /// <summary>Connection string of a service's own role to its own database.</summary>
    /// <param name="code">The service's code.</param>
    /// <param name="maximumPoolSize">Connections at most; 8 unless a benchmark says otherwise.</param>
    public string ConnectionString(string code, int maximumPoolSize = 8)
    {
        var builder = Builder(code, NameOf(code), "database.");
        (builder.Pooling, builder.MaxPoolSize) = (true, maximumPoolSize);
        return builder.ConnectionString;
    }

    /// <summary>Connection string of the owner, for migrations only.</summary>
    /// <param name="code">The service's code.</param>
    public string OwnerConnectionString(string code) => Builder(code, OwnerOf(code), "database.owner.").ConnectionString;

    /// <summary>Connection string of the sealer.</summary>
    /// <param name="code">The service's code.</param>
    public string SealerConnectionString(string code) => Builder(code, SealerOf(code), "database.sealer.").ConnectionString;

    /// <summary>Creates what is missing, takes over databases that belong to the service's own role, and closes them to everybody else; harmless when repeated.</summary>
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
            await EnsureRolesAsync(connection, code, cancellationToken);
            await EnsureDatabaseAsync(connection, code, cancellationToken);
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

    private async Task EnsureRolesAsync(NpgsqlConnection connection, string code, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            connection,
            string.Join(
                ";\n",
                DatabaseSql.EnsureRole(OwnerOf(code), secrets.Password("database.owner." + code)),
                DatabaseSql.EnsureRole(NameOf(code), secrets.Password("database." + code)),
                DatabaseSql.EnsureRole(SealerOf(code), secrets.Password("database.sealer." + code)),
                DatabaseSql.Join(OwnerOf(code)),
                DatabaseSql.Join(NameOf(code))),
            cancellationToken);
    }

    private async Task EnsureDatabaseAsync(NpgsqlConnection connection, string code, CancellationToken cancellationToken)
    {
        var (name, owner) = (NameOf(code), OwnerOf(code));
        var present = await OwnerAsync(connection, name, cancellationToken);
        if (present is null)
        {
            await ExecuteAsync(connection, DatabaseSql.CreateDatabase(name, owner), cancellationToken);
        }
        else if (string.Equals(present, name, StringComparison.Ordinal))
        {
            await TakeOverAsync(name, owner, cancellationToken);
        }

        await ExecuteAsync(connection, DatabaseSql.CloseDatabase(name, [NameOf(code), SealerOf(code)]), cancellationToken);
    }

    // Made by an earlier version, in which a service owned its tables.
    private async Task TakeOverAsync(string name, string owner, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(adminConnectionString) { Database = name, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, DatabaseSql.TakeOver(name, owner), cancellationToken);
    }

    private NpgsqlConnectionStringBuilder Builder(string code, string role, string secret) => new(adminConnectionString)
    {
        Username = role,
        Password = secrets.Password(secret + code),
        Database = NameOf(code),
        Pooling = false,
        Timeout = 15,
    };

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<string?> OwnerAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(DatabaseSql.Owner, connection);
        command.Parameters.AddWithValue("name", name);
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
