namespace Cnaim.Subscriptions.Events;

/// <summary>An event as the log has it.</summary>
internal sealed record KeptEvent
{
    public long Position { get; init; }

    public Guid EventId { get; init; }

    public string EventType { get; init; } = "";

    public string Source { get; init; } = "";

    public Guid Subject { get; init; }

    public long Sequence { get; init; }

    public string DataSchema { get; init; } = "";

    public string Municipality { get; init; } = "";

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>JSON.</summary>
    public string Data { get; init; } = "{}";
}
