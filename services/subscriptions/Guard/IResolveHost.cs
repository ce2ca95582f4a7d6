using System.Net;

namespace Cnaim.Subscriptions.Guard;

/// <summary>Looks up a host's addresses.</summary>
internal interface IResolveHost
{
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>The machine's resolver.</summary>
internal sealed class ResolveHost : IResolveHost
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);
}
