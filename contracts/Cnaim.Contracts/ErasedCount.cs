namespace Cnaim.Contracts;

/// <summary>What an erasure did, or would do, to one category of what a service holds: counts, never content.</summary>
public sealed record ErasedCount
{
    /// <summary>The category, for example <c>cases</c>, <c>referrals</c>, <c>notes</c>, <c>messages</c> or <c>audit</c>.</summary>
    public required string Category { get; init; }

    /// <summary>How many records lost what named the person.</summary>
    public required long Erased { get; init; }

    /// <summary>How many stay, because a recorded law says so.</summary>
    public required long Kept { get; init; }
}
