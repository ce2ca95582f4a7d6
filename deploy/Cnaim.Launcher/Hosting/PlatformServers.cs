using System.Globalization;
using Cnaim.Messaging.Topology;
using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>PostgreSQL and RabbitMQ of a platform: private ones, or the ones that were given.</summary>
internal sealed class PlatformServers : IAsyncDisposable
{
    private readonly TopologyManifest _manifest;
    private readonly GivenBroker? _given;

    private PlatformServers(PrivatePostgres? postgres, DatabaseAccounts databases, PrivateRabbitMq? broker, GivenBroker? given, TopologyManifest manifest) =>
        (Postgres, Databases, Broker, _given, _manifest) = (postgres, databases, broker, given, manifest);

    public PrivatePostgres? Postgres { get; }

    public PrivateRabbitMq? Broker { get; }

    public DatabaseAccounts Databases { get; }

    public IReadOnlyList<ServerState> State =>
    [
        .. Postgres?.Process is { } postgres ? (ServerState[])[new ServerState("postgres", postgres, Postgres.Port)] : [],
        .. Broker is { Process: { } node, PortMapper: { } mapper }
            ? (ServerState[])[new ServerState("rabbitmq", node, Broker.Port), new ServerState("epmd", mapper, Broker.Ports[1])]
            : [],
    ];

    public static async Task<PlatformServers> StartAsync(
        PlatformOptions options, PlatformLayout layout, SecretStore secrets, PortBook ports, IReadOnlyList<HostProgram> hosts, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        progress.Report(new PlatformStep("Starting PostgreSQL and RabbitMQ", 0, 4));
        var manifest = TopologyManifest.Load();
        var postgres = StartPostgresAsync(options, layout, secrets, ports.Take("postgres"), cancellationToken);
        var broker = StartBrokerAsync(options, layout, secrets, ports, cancellationToken);
        try
        {
            var databases = new DatabaseAccounts((await postgres)?.AdminConnectionString ?? options.Postgres!, secrets);
            progress.Report(new PlatformStep("Starting PostgreSQL and RabbitMQ", 1, 4, "databases"));
            await databases.EnsureAsync(hosts.Select(host => host.Code), cancellationToken);
            progress.Report(new PlatformStep("Starting PostgreSQL and RabbitMQ", 2, 4, "broker"));
            var given = options.RabbitMq is null ? null : new GivenBroker(new Uri(options.RabbitMq), secrets);
            var servers = new PlatformServers(await postgres, databases, await broker, given, manifest);
            progress.Report(new PlatformStep("Starting PostgreSQL and RabbitMQ", 3, 4, "topology"));
            await servers.ApplyTopologyAsync(options.QueueType, cancellationToken);
            progress.Report(new PlatformStep("Starting PostgreSQL and RabbitMQ", 4, 4));
            return servers;
        }
        catch (Exception cause)
        {
            await DisposeAsync(postgres);
            await DisposeAsync(broker);
            throw cause is ServerException ? new LauncherException(LauncherProblem.Failed, cause.Message, cause) : cause;
        }
    }

    public string? BrokerUrlOf(string code) => _manifest.Find(code) is null ? null : _given?.UrlOf(code) ?? Broker?.UrlOf(code);

    /// <summary>The broker's management API, for the service that makes partners' queues; null where a given broker's partners do not connect.</summary>
    public string? BrokerManagementUrl => _given?.ManagementUrl ?? Broker?.ManagementUrl;

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Postgres?.DisposeAsync().AsTask() ?? Task.CompletedTask, Broker?.DisposeAsync().AsTask() ?? Task.CompletedTask);
        _given?.Dispose();
    }

    private Task ApplyTopologyAsync(QueueType queueType, CancellationToken cancellationToken) =>
        _given?.ApplyAsync(_manifest, queueType, cancellationToken) ?? Broker!.ApplyAsync(_manifest, cancellationToken);

    private static async Task<PrivatePostgres?> StartPostgresAsync(PlatformOptions options, PlatformLayout layout, SecretStore secrets, int port, CancellationToken cancellationToken) =>
        options.Postgres is null
            ? await PrivatePostgres.StartAsync(new PostgresOptions { Folder = layout.Postgres, Secrets = secrets, Port = port }, cancellationToken)
            : null;

    private static async Task<PrivateRabbitMq?> StartBrokerAsync(PlatformOptions options, PlatformLayout layout, SecretStore secrets, PortBook ports, CancellationToken cancellationToken) =>
        options.RabbitMq is null
            ? await PrivateRabbitMq.StartAsync(
                new RabbitMqOptions
                {
                    Folder = layout.RabbitMq,
                    Secrets = secrets,
                    Port = ports.Take("rabbitmq"),
                    QueueType = options.QueueType,
                    PartnerKeys = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports.Take("identity")}/.well-known/jwks.json")),
                    ManagementPort = ports.Take("rabbitmq.management"),
                },
                cancellationToken)
            : null;

    // The other server may have failed as well: its failure adds nothing to the first one.
    private static async Task DisposeAsync<TServer>(Task<TServer> server)
        where TServer : IAsyncDisposable?
    {
        await ((Task)server).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (server.IsCompletedSuccessfully && await server is { } started)
        {
            await started.DisposeAsync();
        }
    }
}
