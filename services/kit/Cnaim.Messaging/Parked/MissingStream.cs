namespace Cnaim.Messaging.Parked;

/// <summary>A stream whose next version has not come.</summary>
internal sealed record MissingStream
{
    public required string Source { get; init; }

    public required Guid StreamId { get; init; }

    public required long FromVersion { get; init; }
}
