namespace Cnaim.Contracts.Commands;

/// <summary>The sender of an open referral asks candidates who can take it; nothing about the person.</summary>
[Command("offer-referral")]
public sealed record OfferReferral
{
    /// <summary>The referral's id, known to its two parties and screening only; also the stream of the message.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>Who asks.</summary>
    public required Party Sender { get; init; }

    /// <summary>Who is asked.</summary>
    public required Party Candidate { get; init; }

    /// <summary>The request code.</summary>
    public required string Request { get; init; }

    /// <summary>The municipality's DICO code (four digits).</summary>
    public required string Area { get; init; }

    /// <summary><c>routine</c>, <c>urgent</c> or <c>emergency</c>.</summary>
    public required string Priority { get; init; }

    /// <summary>ISO 639-3 code, when it matters.</summary>
    public string? Language { get; init; }

    /// <summary>When it was offered (UTC).</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>When the offer lapses by itself (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
