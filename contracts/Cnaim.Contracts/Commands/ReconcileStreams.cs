namespace Cnaim.Contracts.Commands;

/// <summary>A receiver tells a source how far it is in each of the source's streams, page by page; the source sends again what is missing. The receiver is the verified sender.</summary>
[Command("reconcile-streams")]
public sealed record ReconcileStreams
{
    /// <summary>Whose streams: the receiver's own code for its commands, <c>all</c> for events.</summary>
    public required string Audience { get; init; }

    /// <summary>The page covers stream ids after this one; absent on the first page.</summary>
    public Guid? After { get; init; }

    /// <summary>The page covers stream ids up to and including this one; absent on the last page. The receiver has nothing of a covered stream that is not listed.</summary>
    public Guid? Through { get; init; }

    /// <summary>The streams that the receiver knows, at most 500, in the order of their ids.</summary>
    public required StreamPosition[] Streams { get; init; }
}
