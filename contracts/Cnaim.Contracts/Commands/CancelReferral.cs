namespace Cnaim.Contracts.Commands;

/// <summary>The sender takes a request back. The receiver answers with its own final state, which is <c>cancelled</c> unless it was already there.</summary>
[Command("cancel-referral")]
public sealed record CancelReferral
{
    /// <summary>The referral's id, known to its two parties and screening only; also the stream of the message.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary><c>cancel</c>, <c>enter-in-error</c> (always wins) or <c>no-response</c> (the system's time-out).</summary>
    public required string Kind { get; init; }

    /// <summary>A status reason code.</summary>
    public required string Reason { get; init; }

    /// <summary>When the sender asked (UTC).</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}
