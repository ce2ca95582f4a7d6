using Cnaim.Messaging.Inbox;

namespace Cnaim.Messaging.Parked;

/// <summary>A parked message.</summary>
internal sealed record ParkedRow
{
    public required Guid MessageId { get; init; }

    public required string Source { get; init; }

    public required Guid StreamId { get; init; }

    public required string Audience { get; init; }

    public required long Version { get; init; }

    public required string Reason { get; init; }

    public required string EventType { get; init; }

    public required byte[] Envelope { get; init; }

    public required short Attempts { get; init; }

    public StreamKey Stream => new(Source, StreamId, Audience);
}
