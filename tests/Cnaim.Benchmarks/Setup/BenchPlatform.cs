using System.Globalization;
using Cnaim.Benchmarks.Costs;
using Cnaim.Launcher;
using Cnaim.Servers;
using Npgsql;

namespace Cnaim.Benchmarks.Setup;

/// <summary>Some services of the platform as real processes, on a private PostgreSQL and RabbitMQ of their own.</summary>
internal sealed class BenchPlatform : IAsyncDisposable
{
    private readonly string _home;
    private readonly PrivatePostgres _postgres;
    private readonly PlatformHandle _platform;

    private BenchPlatform(string home, PrivatePostgres postgres, PlatformHandle platform, Tokens tokens) =>
        (_home, _postgres, _platform, Tokens) = (home, postgres, platform, tokens);

    public string Admin => _postgres.AdminConnectionString;

    public string BrokerAdmin => _platform.Broker!.AdminUrl;

    public string BrokerUrlOf(string code) => _platform.BrokerUrlOf(code)!;

    public string Folder => _home;

    public Tokens Tokens { get; }

    public SecretStore Secrets => SecretStore.Open(new PlatformLayout(_home).Secrets);

    public Uri AddressOf(string code) => new(_platform.AddressOf(code));

    public string GrpcAddressOf(string code) => _platform.GrpcAddressOf(code);

    /// <summary>Connection string of the administrator to a service's database: the benchmark reads, services do not notice.</summary>
    public string DatabaseOf(string code) => new NpgsqlConnectionStringBuilder(Admin) { Database = DatabaseAccounts.NameOf(code), Pooling = true }.ConnectionString;

    public static async Task<BenchPlatform> StartAsync(BenchOptions options, CancellationToken cancellationToken)
    {
        var home = Directory.CreateTempSubdirectory("cnaim-bench-").FullName;
        File.SetUnixFileMode(home, File.GetUnixFileMode(home) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var layout = new PlatformLayout(home);
        var postgres = await PrivatePostgres.StartAsync(
            new PostgresOptions { Folder = layout.Postgres, Secrets = SecretStore.Open(layout.Secrets), Settings = options.Postgres }, cancellationToken);
        var platform = default(PlatformHandle);
        try
        {
            platform = await PlatformHandle.StartAsync(Platform(options, home, postgres), null, cancellationToken);
            // Opened again: the platform added its clients to the file.
            var tokens = new Tokens(new Uri(platform.AddressOf("identity")), SecretStore.Open(layout.Secrets).Password("client.sandbox"));
            await FlowAsync(platform, options.Services ?? [.. platform.Services.Keys], cancellationToken);
            return new BenchPlatform(home, postgres, platform, tokens);
        }
        catch
        {
            await (platform?.DisposeAsync() ?? ValueTask.CompletedTask);
            await postgres.DisposeAsync();
            Directory.Delete(home, recursive: true);
            throw;
        }
    }

    /// <summary>CPU by part: sender and receiver under the names A and B, PostgreSQL with its sessions, the broker, this client.</summary>
    public CpuMeter Meter(IReadOnlyDictionary<string, string> names)
    {
        var processes = _platform.Services.Where(service => service.Value.Process is not null)
            .ToDictionary(service => names.GetValueOrDefault(service.Key, service.Key), service => service.Value.Process!.Id, StringComparer.Ordinal);
        processes["PostgreSQL+"] = _postgres.Process!.Id;
        processes["RabbitMQ"] = _platform.Broker!.Process!.Id;
        processes["client"] = Environment.ProcessId;
        return new CpuMeter(processes);
    }

    public IEnumerable<string> Memory() =>
        _platform.Services.Values.Where(service => service.Process is not null)
            .Select(service => string.Create(CultureInfo.InvariantCulture, $"{service.Code} {ProcessCost.ResidentMegabytes(service.Process!.Id):0} MiB"));

    /// <summary>What one service holds.</summary>
    public double MemoryOf(string code) => ProcessCost.ResidentMegabytes(_platform.Services[code].Process!.Id);

    public async ValueTask DisposeAsync()
    {
        await _platform.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    private static PlatformOptions Platform(BenchOptions options, string home, PrivatePostgres postgres) => new()
    {
        Home = home,
        App = options.App,
        Only = options.Services,
        Postgres = postgres.AdminConnectionString,
        QueueType = options.QueueType,
        MaximumPoolSize = BenchOptions.Pool,
        Environment = options.Environment,
    };

    private static async Task FlowAsync(PlatformHandle platform, IEnumerable<string> services, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        foreach (var code in services)
        {
            while (!await Readiness.IsFlowingAsync(platform.AddressOf(code), patience.Token))
            {
                await Task.Delay(200, patience.Token);
            }
        }
    }
}
