namespace Cnaim.Contracts.Commands;

/// <summary>A receiver with a gap asks the source for a stream's messages again; the audience is the verified sender of this command.</summary>
[Command("replay-stream")]
public sealed record ReplayStream
{
    /// <summary>The stream with the gap.</summary>
    public required Guid StreamId { get; init; }

    /// <summary>The first version that is missing; at least 1.</summary>
    public required long FromVersion { get; init; }
}
