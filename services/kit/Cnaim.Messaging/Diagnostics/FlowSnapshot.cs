namespace Cnaim.Messaging;

/// <summary>The state of the flow at one moment.</summary>
internal sealed record FlowSnapshot
{
    public static readonly FlowSnapshot Empty = new();

    public TimeSpan OutboxAge { get; init; }

    public long OutboxParked { get; init; }

    public IReadOnlyDictionary<string, long> Parked { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    public uint Errors { get; init; }

    public uint Consumers { get; init; }

    /// <summary>How long the oldest audit entry has waited for its seal.</summary>
    public TimeSpan UnsealedFor { get; init; }

    public DatabaseUpkeep Upkeep { get; init; } = new();
}
