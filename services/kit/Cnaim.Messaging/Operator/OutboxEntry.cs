namespace Cnaim.Messaging.Operator;

/// <summary>A row of the outbox as an operator sees it; no content.</summary>
internal sealed record OutboxEntry
{
    public required long Id { get; init; }

    public required Guid MessageId { get; init; }

    public required Guid StreamId { get; init; }

    public required string Audience { get; init; }

    public required long Version { get; init; }

    public required string EventType { get; init; }

    public required short Attempts { get; init; }

    public required DateTimeOffset EnqueuedAt { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? ParkedAt { get; init; }

    public string? LastError { get; init; }
}

/// <summary>A message that waits for an operator; no content.</summary>
internal sealed record ErrorEntry
{
    public required Guid MessageId { get; init; }

    public required string Source { get; init; }

    public required Guid StreamId { get; init; }

    public required string Audience { get; init; }

    public required long Version { get; init; }

    public required string Queue { get; init; }

    public required string EventType { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public short Attempts { get; init; }
}

/// <summary>Which outbox rows: one, a stream's, or all.</summary>
internal sealed record OutboxSelection(long? Id, Guid? Stream, bool All);

/// <summary>Which error message.</summary>
internal sealed record ErrorSelection(Guid MessageId);

/// <summary>How many rows were changed.</summary>
internal sealed record OperatorResult(int Changed);

/// <summary>Which source to compare with; every one without it.</summary>
internal sealed record ReconcileSelection(string? Source);
