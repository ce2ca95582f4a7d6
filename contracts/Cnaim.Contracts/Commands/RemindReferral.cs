namespace Cnaim.Contracts.Commands;

/// <summary>The sender's coordinator reminds the receiver's focal point of a referral that is overdue. The receiver notes it; no state changes.</summary>
[Command("remind-referral")]
public sealed record RemindReferral
{
    /// <summary>The referral's id, known to its two parties and screening only; also the stream of the message.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>When the coordinator asked (UTC).</summary>
    public required DateTimeOffset RemindedAt { get; init; }
}
