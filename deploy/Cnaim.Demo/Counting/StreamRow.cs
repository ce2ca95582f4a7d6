namespace Cnaim.Demo.Counting;

/// <summary>What one service sent of a stream to one other.</summary>
internal sealed record StreamRow
{
    public required Guid StreamId { get; init; }

    public required string Audience { get; init; }

    public required long Events { get; init; }

    public required long FirstVersion { get; init; }

    public required long LastVersion { get; init; }

    /// <summary>Versions are 1, 2, 3, … without a gap.</summary>
    public bool IsGapless => FirstVersion == 1 && LastVersion == Events;
}
