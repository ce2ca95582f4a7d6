namespace Cnaim.Gateway.Counter.Pages.Audit;

/// <summary>One value over the ends of all audit trails, and which ends it covers.</summary>
internal sealed record KeptRoot(long RootNo, string Root, DateTimeOffset KeptAt, IReadOnlyList<KeptEnd> Heads);

/// <summary>The end of a service's trail.</summary>
internal sealed record KeptEnd(string Service, long SealNo, string Head);
