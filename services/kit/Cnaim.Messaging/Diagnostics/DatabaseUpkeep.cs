namespace Cnaim.Messaging;

/// <summary>What slows the outbox down or stops the inbox long before anything fails (reliability.md section 1.5).</summary>
internal sealed record DatabaseUpkeep
{
    private const long DeadTuplesAllowed = 20_000;
    private const double TransactionSecondsAllowed = 60;
    private const long PartitionsNeeded = 3;

    public long ReplicationSlots { get; init; }

    public long DeadTuples { get; init; }

    /// <summary>Age in seconds of the oldest transaction that keeps dead rows from being removed.</summary>
    public double OldestTransaction { get; init; }

    public long PartitionsAhead { get; init; } = PartitionsNeeded;

    /// <summary>What an operator should look at although messages flow.</summary>
    public IReadOnlyList<string> Warnings() =>
    [
        .. DeadTuples > DeadTuplesAllowed ? (string[])["The outbox has more than 20,000 dead rows: autovacuum does not keep up."] : [],
        .. OldestTransaction > TransactionSecondsAllowed ? (string[])["A transaction has been open for more than 60 s and keeps dead rows alive."] : [],
        .. PartitionsAhead < PartitionsNeeded ? (string[])["The inbox has partitions for fewer than 3 days ahead."] : [],
    ];
}
