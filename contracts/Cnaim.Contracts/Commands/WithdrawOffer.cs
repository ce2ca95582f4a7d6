namespace Cnaim.Contracts.Commands;

/// <summary>The sender tells the other candidates that an open referral is taken or gone.</summary>
[Command("withdraw-offer")]
public sealed record WithdrawOffer
{
    /// <summary>The referral's id, known to its two parties and screening only; also the stream of the message.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary><c>taken</c>, <c>cancelled</c> or <c>expired</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset WithdrawnAt { get; init; }
}
