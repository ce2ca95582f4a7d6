using Cnaim.Servers;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>One configuration of the platform under load.</summary>
internal sealed record ReferralRunOptions
{
    public required ReferralProfile Profile { get; init; }

    public required string App { get; init; }

    public required QueueType QueueType { get; init; }

    /// <summary>Address that the sender asks for permits instead of screening; null for the real one.</summary>
    public string? StandIn { get; init; }

    public required TextWriter Log { get; init; }
}
