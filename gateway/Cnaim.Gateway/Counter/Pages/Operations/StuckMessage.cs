namespace Cnaim.Gateway.Counter.Pages.Operations;

/// <summary>A message that arrived and was not applied.</summary>
internal sealed record StuckMessage
{
    public Guid MessageId { get; init; }

    public required string Source { get; init; }

    public required string EventType { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset At { get; init; }
}
