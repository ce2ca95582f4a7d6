namespace Cnaim.Benchmarks.Firewall;

/// <summary>A read that must not tell whether a record is there.</summary>
internal sealed record FirewallRoute(string Name, Uri Address, string Before, string After, string Token, IReadOnlyList<string> Hidden, Func<string> Missing)
{
    public Uri AddressOf(bool isHidden) => new(Address, Before + (isHidden ? Hidden[Random.Shared.Next(Hidden.Count)] : Missing()) + After);
}
