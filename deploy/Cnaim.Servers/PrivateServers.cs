using Cnaim.Messaging.Topology;

namespace Cnaim.Servers;

/// <summary>A private PostgreSQL and a private RabbitMQ with the platform's topology: the fixture of tests and benchmarks.</summary>
public sealed class PrivateServers : IAsyncDisposable
{
    private readonly string? _temporary;

    private PrivateServers(PrivatePostgres postgres, PrivateRabbitMq broker, string? temporary) =>
        (Postgres, Broker, _temporary) = (postgres, broker, temporary);

    /// <summary>The database server.</summary>
    public PrivatePostgres Postgres { get; }

    /// <summary>The broker, with exchanges, queues, users and rights of the manifest.</summary>
    public PrivateRabbitMq Broker { get; }

    /// <summary>Starts both at once and applies the manifest.</summary>
    /// <param name="folder">Their folder; null takes a new one under the temporary folder, deleted when disposed.</param>
    /// <param name="queueType">Kind of the services' own queues.</param>
    /// <param name="manifest">The manifest; null takes the platform's.</param>
    /// <param name="partnerKeys">The key document for partners' tokens; null where no partner connects.</param>
    /// <param name="cancellationToken">Ends the start; what was started is stopped.</param>
    /// <exception cref="ServerException">A server cannot be started; the message says what to do.</exception>
    public static async Task<PrivateServers> StartAsync(
        string? folder = null, QueueType queueType = QueueType.Quorum, TopologyManifest? manifest = null, Uri? partnerKeys = null, CancellationToken cancellationToken = default)
    {
        var temporary = folder is null ? TemporaryFolder() : null;
        var root = folder ?? temporary!;
        var secrets = SecretStore.Open(Path.Combine(root, "secrets", "secrets.json"));
        var postgres = PrivatePostgres.StartAsync(new PostgresOptions { Folder = Path.Combine(root, "postgres"), Secrets = secrets }, cancellationToken);
        var broker = StartBrokerAsync(new RabbitMqOptions { Folder = Path.Combine(root, "rabbitmq"), Secrets = secrets, QueueType = queueType, PartnerKeys = partnerKeys }, manifest, cancellationToken);
        try
        {
            return new PrivateServers(await postgres, await broker, temporary);
        }
        catch
        {
            await DisposeAsync(postgres);
            await DisposeAsync(broker);
            Delete(temporary);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Postgres.DisposeAsync().AsTask(), Broker.DisposeAsync().AsTask());
        Delete(_temporary);
    }

    private static async Task<PrivateRabbitMq> StartBrokerAsync(RabbitMqOptions options, TopologyManifest? manifest, CancellationToken cancellationToken)
    {
        var broker = await PrivateRabbitMq.StartAsync(options, cancellationToken);
        try
        {
            await broker.ApplyAsync(manifest ?? TopologyManifest.Load(), cancellationToken);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    // The other server may have failed as well: its failure adds nothing to the first one.
    private static async Task DisposeAsync<TServer>(Task<TServer> server)
        where TServer : IAsyncDisposable
    {
        await ((Task)server).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (server.IsCompletedSuccessfully)
        {
            await (await server).DisposeAsync();
        }
    }

    private static string TemporaryFolder()
    {
        var folder = Directory.CreateTempSubdirectory("cnaim-").FullName;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }

    private static void Delete(string? folder)
    {
        if (folder is not null && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
