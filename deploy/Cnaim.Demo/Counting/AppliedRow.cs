namespace Cnaim.Demo.Counting;

/// <summary>The last version of a stream that a service applied.</summary>
internal sealed record AppliedRow
{
    public required string Source { get; init; }

    public required Guid StreamId { get; init; }

    public required long LastVersion { get; init; }
}
