using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>A running platform, whole or in part: private servers, databases, broker and services; ended when disposed.</summary>
public sealed class PlatformHandle : IAsyncDisposable
{
    private const string StartingServices = "Starting services";

    private readonly PlatformServers _servers;
    private readonly ServiceConfiguration _configuration;
    private readonly StateKeeper _state;
    private readonly Dictionary<string, SupervisedService> _services;

    private PlatformHandle(PlatformServers servers, ServiceConfiguration configuration, StateKeeper state, Dictionary<string, SupervisedService> services) =>
        (_servers, _configuration, _state, _services) = (servers, configuration, state, services);

    /// <summary>The services by code.</summary>
    public IReadOnlyDictionary<string, SupervisedService> Services => _services;

    /// <summary>The private PostgreSQL; null where a server was given.</summary>
    public PrivatePostgres? Postgres => _servers.Postgres;

    /// <summary>The private RabbitMQ; null where a broker was given.</summary>
    public PrivateRabbitMq? Broker => _servers.Broker;

    /// <summary>Address of the gateway.</summary>
    public string Gateway => _configuration.HttpOf("gateway");

    /// <summary>Clear-text HTTP/2 address of the gateway.</summary>
    public string GatewayGrpc => _configuration.GrpcOf("gateway");

    /// <summary>Own HTTP address of a service.</summary>
    /// <param name="code">Its code.</param>
    public string AddressOf(string code) => _configuration.HttpOf(code);

    /// <summary>Own clear-text HTTP/2 address of a service; only screening and the gateway listen on it.</summary>
    /// <param name="code">Its code.</param>
    public string GrpcAddressOf(string code) => _configuration.GrpcOf(code);

    /// <summary>Connection string of a service's own role to its own database.</summary>
    /// <param name="code">Its code.</param>
    public string ConnectionString(string code) => _servers.Databases.ConnectionString(code);

    /// <summary>Connection string of the role that owns a service's database: for the tests and their attacks, never for a running service.</summary>
    /// <param name="code">Its code.</param>
    public string OwnerConnectionString(string code) => _servers.Databases.OwnerConnectionString(code);

    /// <summary>AMQP address of a service's own user; null for services without messages.</summary>
    /// <param name="code">Its code.</param>
    public string? BrokerUrlOf(string code) => _servers.BrokerUrlOf(code);

    /// <summary>Starts servers and services and waits until every <c>/health/ready</c> is green.</summary>
    /// <param name="options">What to start, and where.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="cancellationToken">Ends the start; what was started is stopped.</param>
    /// <exception cref="LauncherException">It cannot be started; what was started is stopped.</exception>
    public static async Task<PlatformHandle> StartAsync(PlatformOptions options, IProgress<PlatformStep>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var layout = new PlatformLayout(options.Home);
        layout.Create();
        var hosts = HostCatalogue.Select(options.App ?? layout.App, options.Only);
        var state = StateKeeper.Open(layout);
        var steps = state.Follow(progress);
        try
        {
            var handle = await OpenAsync(options, layout, hosts, state, steps, cancellationToken);
            await handle.StartOrDisposeAsync(options, steps, cancellationToken);
            return handle;
        }
        catch (Exception cause)
        {
            state.Fail(cause);
            state.Dispose();
            throw;
        }
    }

    /// <summary>A service by its code.</summary>
    /// <param name="code">Its code.</param>
    public SupervisedService this[string code] => _services[code];

    /// <summary>Stops the services side by side, then the servers.</summary>
    public async ValueTask DisposeAsync()
    {
        _state.Become(PlatformPhase.Stopping);
        await Task.WhenAll(_services.Values.Select(service => service.DisposeAsync().AsTask()));
        await _servers.DisposeAsync();
        _state.Become(PlatformPhase.Stopped);
        _state.Dispose();
    }

    private static async Task<PlatformHandle> OpenAsync(
        PlatformOptions options, PlatformLayout layout, IReadOnlyList<HostProgram> hosts, StateKeeper state, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        var ports = state.Ports;
        ports.Take("gateway", options.GatewayPort);
        ports.Take("gateway.grpc", options.GatewayGrpcPort);
        var secrets = SecretStore.Open(layout.Secrets);
        var servers = await PlatformServers.StartAsync(options, layout, secrets, ports, hosts, progress, cancellationToken);
        state.Serve(servers);
        var configuration = new ServiceConfiguration(options, ports, secrets, servers.Databases, servers.BrokerUrlOf, servers.BrokerManagementUrl);
        var services = hosts.ToDictionary(
            host => host.Code, host => new SupervisedService(Launch(options, layout, host, hosts, configuration), state.Changed), StringComparer.Ordinal);
        state.Supervise(services.Values, configuration);
        return new PlatformHandle(servers, configuration, state, services);
    }

    private static ServiceLaunch Launch(
        PlatformOptions options, PlatformLayout layout, HostProgram host, IReadOnlyList<HostProgram> hosts, ServiceConfiguration configuration) => new()
        {
            Host = host,
            Address = configuration.HttpOf(host.Code),
            Log = layout.Log(host.Code),
            Environment = configuration.Of(host, hosts),
            BackOff = options.BackOff,
        };

    private async Task StartOrDisposeAsync(PlatformOptions options, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        try
        {
            await StartServicesAsync(options, progress, cancellationToken);
            _state.Become(PlatformPhase.Ready);
        }
        catch (Exception cause)
        {
            _state.Fail(cause);
            await DisposeAsync();
            throw;
        }
    }

    private async Task StartServicesAsync(PlatformOptions options, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.ReadyWithin);
        using var turns = new SemaphoreSlim(options.StartsAtOnce);
        var ready = 0;
        progress.Report(new PlatformStep(StartingServices, 0, _services.Count));
        try
        {
            await Task.WhenAll(_services.Values.Select(async service =>
            {
                await StartInTurnAsync(service, turns, patience);
                progress.Report(new PlatformStep(StartingServices, Interlocked.Increment(ref ready), _services.Count, service.Code));
            }));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NotReady();
        }
    }

    // One service that cannot start ends the wait for all others.
    private static async Task StartInTurnAsync(SupervisedService service, SemaphoreSlim turns, CancellationTokenSource patience)
    {
        await turns.WaitAsync(patience.Token);
        try
        {
            await service.StartAsync();
            await service.WaitUntilReadyAsync(patience.Token);
        }
        catch (LauncherException)
        {
            await patience.CancelAsync();
            throw;
        }
        finally
        {
            turns.Release();
        }
    }

    private LauncherException NotReady()
    {
        var crashing = _services.Values.FirstOrDefault(service => service.Restarts > 0);
        if (crashing is not null)
        {
            return new LauncherException(LauncherProblem.Failed, $"{crashing.Code} ends again and again while it starts; its log is {crashing.Log}.");
        }

        var late = _services.Values.Where(service => service.Status is not ServiceStatus.Ready).ToList();
        return new LauncherException(
            LauncherProblem.Failed,
            $"Not ready in time: {string.Join(", ", late.Select(service => service.Code))}; the first one's log is {late.FirstOrDefault()?.Log}.");
    }
}
