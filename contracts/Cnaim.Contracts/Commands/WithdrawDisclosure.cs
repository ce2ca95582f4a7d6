namespace Cnaim.Contracts.Commands;

/// <summary>Screening tells a receiver that the consent behind a disclosure ended: purge what was fetched, or freeze it with a legal basis, and confirm.</summary>
[Command("withdraw-disclosure")]
public sealed record WithdrawDisclosure
{
    /// <summary>The disclosure; also the stream of the message.</summary>
    public required Guid DisclosureId { get; init; }

    /// <summary>The referral it belonged to.</summary>
    public Guid? ReferralId { get; init; }

    /// <summary>The data categories to purge.</summary>
    public string[] Categories { get; init; } = [];

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset WithdrawnAt { get; init; }
}
