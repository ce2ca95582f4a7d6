using Cnaim.Messaging.Topology;
using Cnaim.Servers;
using Cnaim.Testing.Edge;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>Real servers and an issuer of tokens, shared by all tests.</summary>
public sealed class SharedServers : IAsyncLifetime
{
    private int _databases;

    internal PrivateServers Real { get; private set; } = null!;

    /// <summary>Where identity runs for tests that start it; the broker checks partners' tokens with its keys.</summary>
    internal string Identity { get; } = $"http://127.0.0.1:{FreePorts.Next()}";

    internal Issuer Issuer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Real = await PrivateServers.StartAsync(manifest: TopologyManifest.Load(), partnerKeys: new Uri(Identity + "/.well-known/jwks.json"));
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
