using Cnaim.Messaging.Topology;
using Cnaim.Servers;
using Cnaim.Testing.Edge;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>Real servers and an issuer of tokens, shared by all tests.</summary>
public sealed class SharedServers : IAsyncLifetime
{
    private int _databases;

    internal PrivateServers Real { get; private set; } = null!;

    internal Issuer Issuer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Real = await PrivateServers.StartAsync(manifest: TopologyManifest.Load());
        Issuer = await Issuer.StartAsync();
        Issuer.Audience = "subscriptions";
    }

    internal async Task<string> CreateDatabaseAsync()
    {
        var name = $"subscriptions-{Interlocked.Increment(ref _databases)}";
        await Real.Postgres.Databases.EnsureAsync([name]);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        await Issuer.DisposeAsync();
        await Real.DisposeAsync();
    }
}
