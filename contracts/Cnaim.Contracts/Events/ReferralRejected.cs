namespace Cnaim.Contracts.Events;

/// <summary>A referral moved: rejected. The receiver declined; final.</summary>
[Event("pt.cnaim.referral.rejected.v1")]
public sealed record ReferralRejected : IReferralEvent
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
