namespace Cnaim.Messaging.Relay;

/// <summary>A message that waits to be published, with its event.</summary>
internal sealed record OutboxRow
{
    public required long Id { get; init; }

    public required short Attempts { get; init; }

    public required Guid MessageId { get; init; }

    public required DateOnly EventDay { get; init; }

    public required Guid StreamId { get; init; }

    public required string Audience { get; init; }

    public required long Version { get; init; }

    public required string EventType { get; init; }

    public required byte[] Body { get; init; }

    public string? TraceParent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
