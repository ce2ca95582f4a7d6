using System.Globalization;
using Cnaim.Servers;
using Npgsql;

namespace Cnaim.Testing.Edge;

/// <summary>A real PostgreSQL for a test assembly: a private one, or that of <c>CNAIM_POSTGRES</c> (a superuser's connection string). Each test gets a new database.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PrivatePostgres? _server;
    private string _admin = "";
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        _admin = Environment.GetEnvironmentVariable("CNAIM_POSTGRES") ?? "";
        if (_admin.Length == 0)
        {
            var folder = Path.Combine(Path.GetTempPath(), $"cnaim-test-{Guid.NewGuid():N}");
            _server = await PrivatePostgres.StartAsync(new PostgresOptions { Folder = folder, SharedBuffersMegabytes = 32, MaxConnections = 80 });
            _admin = _server.AdminConnectionString;
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>A database of its own: empty, or a copy of one to which nobody is connected.</summary>
    public async Task<string> CreateDatabaseAsync(string? copyOf = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        var template = copyOf is null ? "template1" : new NpgsqlConnectionStringBuilder(copyOf).Database;
        await ExecuteAsync(_admin, $"CREATE DATABASE {name} TEMPLATE {template}");
        return new NpgsqlConnectionStringBuilder(_admin) { Database = name, Pooling = true }.ConnectionString;
    }

    /// <summary>The administrator's way into a database.</summary>
    public string AdminOf(string database) => new NpgsqlConnectionStringBuilder(_admin) { Database = database, Pooling = false }.ConnectionString;

    /// <summary>Roles and databases as the launcher makes them.</summary>
    public DatabaseAccounts Accounts() => new(_admin, SecretStore.Open(Path.Combine(Path.GetTempPath(), $"cnaim-test-{Guid.NewGuid():N}", "secrets.json")));

    public static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
