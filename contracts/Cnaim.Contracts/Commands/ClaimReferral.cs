namespace Cnaim.Contracts.Commands;

/// <summary>A candidate wants an open referral; the sender picks exactly one.</summary>
[Command("claim-referral")]
public sealed record ClaimReferral
{
    /// <summary>The referral's id, known to its two parties and screening only; also the stream of the message.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>Who claims.</summary>
    public required Party Claimant { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset ClaimedAt { get; init; }
}
