namespace Cnaim.Contracts.Events;

/// <summary>A referral moved: cancelled. Taken back after it was sent (set by the receiver), or unanswered for too long (set by the sender); final. A draft that ends is told by no event.</summary>
[Event("pt.cnaim.referral.cancelled.v1")]
public sealed record ReferralCancelled : IReferralEvent
{
    /// <inheritdoc />
    public required Guid ReferralId { get; init; }

    /// <inheritdoc />
    public Guid? DisclosureId { get; init; }

    /// <inheritdoc />
    public required string Sender { get; init; }

    /// <inheritdoc />
    public required string Receiver { get; init; }

    /// <inheritdoc />
    public string? Request { get; init; }

    /// <inheritdoc />
    public required string Status { get; init; }

    /// <inheritdoc />
    public string? StatusReason { get; init; }

    /// <inheritdoc />
    public string? Outcome { get; init; }

    /// <inheritdoc />
    public required string Centre { get; init; }

    /// <inheritdoc />
    public string? OtherCentre { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }
}
