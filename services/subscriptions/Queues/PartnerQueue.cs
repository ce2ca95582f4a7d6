namespace Cnaim.Subscriptions.Queues;

/// <summary>A partner's queue as administrators see it.</summary>
internal sealed record PartnerQueue
{
    public string ClientId { get; init; } = "";

    /// <summary>The agreement's name of the partner.</summary>
    public string Partner { get; init; } = "";

    public string Name => QueueName.Of(ClientId);

    /// <summary><c>pending</c> until it is there, <c>active</c>, <c>paused</c>, or <c>disabled</c> and gone.</summary>
    public string State { get; init; } = "";

    /// <summary>Why it is disabled: <c>agreement</c>, <c>client</c> or <c>closed</c>.</summary>
    public string? StateReason { get; init; }

    /// <summary>How many events were put in.</summary>
    public long Sent { get; init; }

    /// <summary>Events that are still to be put in, up to 10 000.</summary>
    public int Waiting { get; init; }

    /// <summary>Messages that lie in it unread; null when the broker does not say.</summary>
    public long? Messages { get; init; }

    /// <summary>The partner's open connections; null when the broker does not say.</summary>
    public int? Connections { get; init; }
}
