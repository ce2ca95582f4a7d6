namespace Cnaim.Gateway.Counter.Pages.Operations;

/// <summary>A message that has not left; ids and codes only.</summary>
internal sealed record UnsentMessage
{
    public Guid MessageId { get; init; }

    public long Id { get; init; }

    public required string EventType { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset EnqueuedAt { get; init; }

    public DateTimeOffset? ParkedAt { get; init; }
}
