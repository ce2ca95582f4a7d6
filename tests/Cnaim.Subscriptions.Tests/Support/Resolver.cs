using System.Net;
using Cnaim.Subscriptions.Guard;

namespace Cnaim.Subscriptions.Tests.Support;

/// <summary>Answers for every name with the addresses that a test names.</summary>
internal sealed class Resolver(string addresses) : IResolveHost
{
    public string Addresses { get; set; } = addresses;

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Task.FromResult(Addresses.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse).ToArray());
}
