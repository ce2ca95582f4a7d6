namespace Cnaim.Contracts.Events;

/// <summary>Consent to a disclosure ended, in whole or in part, and the receiver carried it out: a system of its own that fetched it purges what it has, and fetches what is left, if anything is. The stream is the disclosure.</summary>
[Event("pt.cnaim.disclosure.withdrawn.v1")]
public sealed record DisclosureWithdrawn : IReferralEvent
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
