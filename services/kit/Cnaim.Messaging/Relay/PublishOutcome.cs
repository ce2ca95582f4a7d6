namespace Cnaim.Messaging.Relay;

/// <summary>What became of one publish (the table of reliability.md section 1.3).</summary>
internal enum PublishOutcome
{
    /// <summary>The broker has it.</summary>
    Confirmed,

    /// <summary>No queue is bound; the broker gave it back.</summary>
    Returned,

    /// <summary>It cannot be written, or closes the channel when published alone.</summary>
    Refused,

    /// <summary>The broker did not take it: the queue is full.</summary>
    Nack,

    /// <summary>No confirm within the time.</summary>
    TimedOut,

    /// <summary>The channel or the connection closed before the confirm.</summary>
    ChannelLost,
}
