namespace Cnaim.Contracts;

/// <summary>How far a receiver is in a stream.</summary>
public sealed record StreamPosition
{
    /// <summary>The stream.</summary>
    public required Guid StreamId { get; init; }

    /// <summary>The last version that was applied.</summary>
    public required long LastVersion { get; init; }
}
