namespace Cnaim.Contracts.Events;

/// <summary>A referral moved: entered-in-error. The sender made a mistake after it was sent; final, always wins. Of a draft no event tells it.</summary>
[Event("pt.cnaim.referral.entered-in-error.v1")]
public sealed record ReferralEnteredInError : IReferralEvent
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
