using Cnaim.Launcher.Tests.Servers;
using Cnaim.Servers;

[assembly: Xunit.AssemblyFixture(typeof(ServersFixture))]

namespace Cnaim.Launcher.Tests.Servers;

public sealed class ServersFixture : IAsyncLifetime
{
    public PrivateServers Servers { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Servers = await PrivateServers.StartAsync();

    public async ValueTask DisposeAsync() => await Servers.DisposeAsync();
}
