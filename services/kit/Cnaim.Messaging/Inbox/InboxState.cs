namespace Cnaim.Messaging.Inbox;

/// <summary>What the first round trip found: new messages, the streams' versions under lock, and gap rows that may follow.</summary>
internal sealed class InboxState
{
    public HashSet<Guid> New { get; } = [];

    public Dictionary<StreamKey, StreamProgress> Streams { get; } = [];
}

/// <summary>A locked stream while its messages are applied.</summary>
internal sealed class StreamProgress(long lastVersion)
{
    public long LastVersion { get; private set; } = lastVersion;

    public bool HasMoved { get; private set; }

    /// <summary>Parked gap rows in version order.</summary>
    public Queue<GapRow> Gaps { get; } = new();

    public void MoveTo(long version) => (LastVersion, HasMoved) = (version, true);
}

/// <summary>A parked gap row.</summary>
internal sealed record GapRow(long Version, Guid MessageId, string EventType, byte[] Envelope);
