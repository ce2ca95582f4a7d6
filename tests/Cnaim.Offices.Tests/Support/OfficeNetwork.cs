using Cnaim.Messaging.Topology;
using Cnaim.Offices.Tests.Support;
using Cnaim.Servers;
using Cnaim.Testing;

[assembly: AssemblyFixture(typeof(OfficeNetwork))]

namespace Cnaim.Offices.Tests.Support;

/// <summary>Real PostgreSQL and RabbitMQ for the whole test run, and offices started on demand.</summary>
public sealed class OfficeNetwork : IAsyncLifetime
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, IOfficeHost> _hosts = new(StringComparer.Ordinal);
    private PrivateServers? _servers;

    internal TestIdentity Identity { get; private set; } = null!;

    internal ScriptedScreening Screening { get; private set; } = null!;

    internal TestDirectory Directory { get; private set; } = null!;

    internal PrivateServers Servers => _servers ?? throw new InvalidOperationException("The servers have not started.");

    public async ValueTask InitializeAsync()
    {
        _servers = await PrivateServers.StartAsync(manifest: TopologyManifest.Load());
        Identity = await TestIdentity.StartAsync();
        Screening = await ScriptedScreening.StartAsync();
        Directory = await TestDirectory.StartAsync();
    }

    /// <summary>The office of an assembly; started and migrated on first use.</summary>
    internal async Task<OfficeHost<TMarker>> StartAsync<TMarker>(string code)
        where TMarker : class
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_hosts.TryGetValue(code, out var host))
            {
                host = await OfficeHost<TMarker>.StartAsync(code, this);
                _hosts.Add(code, host);
            }

            return (OfficeHost<TMarker>)host;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Sends a command as a service that is not part of this test, as the first message of its stream.</summary>
    internal Task SayAsync<TCommand>(string from, string to, Guid stream, TCommand command, long version = 1)
        where TCommand : class => Servers.SayAsync(from, to, stream, command, version);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
        {
            await host.DisposeAsync();
        }

        await Identity.DisposeAsync();
        await Screening.DisposeAsync();
        await Directory.DisposeAsync();
        if (_servers is not null)
        {
            await _servers.DisposeAsync();
        }

        _gate.Dispose();
    }
}
