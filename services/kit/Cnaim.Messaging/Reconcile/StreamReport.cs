namespace Cnaim.Messaging;

/// <summary>A page of what a receiver has of one source.</summary>
public sealed record StreamReport
{
    /// <summary>Messages that still wait in the receiver's queue: above 0 the page may be out of date.</summary>
    public required long Waiting { get; init; }

    /// <summary>Streams in the order of id and audience.</summary>
    public required IReadOnlyList<ReportedStream> Streams { get; init; }
}

/// <summary>How far a receiver is in a stream.</summary>
public sealed record ReportedStream
{
    /// <summary>The stream.</summary>
    public required Guid StreamId { get; init; }

    /// <summary>The receiver's code, or <c>all</c>.</summary>
    public required string Audience { get; init; }

    /// <summary>The last version that was applied.</summary>
    public required long LastVersion { get; init; }

    /// <summary>Versions that are kept and not applied yet: parked, or in an error queue.</summary>
    public required long[] Kept { get; init; }
}
