using System.Globalization;
using System.Text;
using Cnaim.Messaging.Topology;
using Cnaim.Servers;
using Npgsql;
using Xunit;

namespace Cnaim.Testing;

/// <summary>
/// Real PostgreSQL and RabbitMQ for a test assembly: private ones from the system's programs, or those that <c>CNAIM_POSTGRES</c> (a superuser's
/// connection string) and <c>CNAIM_RABBITMQ</c> (an administrator's amqp address; its management API at <c>CNAIM_RABBITMQ_MANAGEMENT</c>) name.
/// Databases are fresh per test; a broker user and its queues are lent to one test at a time.
/// </summary>
public sealed class RealServers : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnaim-secrets-").FullName;
    private readonly SecretStore _secrets;
    private readonly Queue<string> _offices = new(TopologyManifest.Load().Services.Where(service => service.Kind is "office").Select(service => service.Code));
    private readonly SemaphoreSlim _free = new(0);
    private readonly SemaphoreSlim _creating = new(1);
    private int _databases;

    public RealServers() => _secrets = SecretStore.Open(Path.Combine(_folder, "secrets.json"));

    /// <summary>The private servers; null when the environment names others, which tests must not stop.</summary>
    public PrivateServers? Private { get; private set; }

    /// <summary>A superuser's connection string.</summary>
    public string Postgres { get; private set; } = "";

    /// <summary>An administrator's address with all rights on the virtual host.</summary>
    public string BrokerAdmin { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("CNAIM_POSTGRES") is { Length: > 0 } postgres && Environment.GetEnvironmentVariable("CNAIM_RABBITMQ") is { Length: > 0 } broker)
        {
            (Postgres, BrokerAdmin) = (postgres, broker);
            await ApplyTopologyAsync();
        }
        else
        {
            Private = await PrivateServers.StartAsync();
            (Postgres, BrokerAdmin) = (Private.Postgres.AdminConnectionString, Private.Broker.AdminUrl);
        }

        _free.Release(_offices.Count);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (Private is not null)
        {
            await Private.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
        _free.Dispose();
        _creating.Dispose();
    }

    /// <summary>A new empty database.</summary>
    /// <returns>A connection string of its owner.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Postgres) { Database = name, Pooling = true }.ConnectionString;
    }

    /// <summary>A new empty database with an owner, a service and a sealer, as the launcher makes them.</summary>
    public async Task<OfficeAccounts> CreateAccountsAsync()
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"test-{Environment.ProcessId}-{Interlocked.Increment(ref _databases)}");
        var accounts = new DatabaseAccounts(Postgres, _secrets);
        await _creating.WaitAsync();
        try
        {
            await accounts.EnsureAsync([code]);
        }
        finally
        {
            _creating.Release();
        }

        return new OfficeAccounts(accounts.ConnectionString(code), accounts.OwnerConnectionString(code), accounts.SealerConnectionString(code));
    }

    /// <summary>Lends an office's broker user with empty queues to one test.</summary>
    public async Task<LentOffice> LendOfficeAsync()
    {
        await _free.WaitAsync();
        string code;
        lock (_offices)
        {
            code = _offices.Dequeue();
        }

        await BrokerTools.PurgeAsync(BrokerAdmin, code);
        return new LentOffice(code, BrokerUrlOf(code), () => GiveBack(code));
    }

    /// <summary>The broker address of a service's own user.</summary>
    public string BrokerUrlOf(string code) => Private?.Broker.UrlOf(code)
        ?? new UriBuilder(BrokerAdmin) { UserName = code, Password = _secrets.Password(code) }.Uri.ToString();

    private void GiveBack(string code)
    {
        lock (_offices)
        {
            _offices.Enqueue(code);
        }

        _free.Release();
    }

    private async Task ApplyTopologyAsync()
    {
        var management = Environment.GetEnvironmentVariable("CNAIM_RABBITMQ_MANAGEMENT") ?? throw new InvalidOperationException("Set CNAIM_RABBITMQ_MANAGEMENT too.");
        using var client = new HttpClient { BaseAddress = new Uri(management) };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(new Uri(BrokerAdmin).UserInfo)));
        client.DefaultRequestHeaders.Authorization = new("Basic", credentials);
        using var body = new StringContent(BrokerDefinitions.Render(TopologyManifest.Load(), QueueType.Quorum, _secrets.Password), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/definitions", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }
}
