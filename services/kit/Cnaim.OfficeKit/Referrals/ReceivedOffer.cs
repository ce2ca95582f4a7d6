namespace Cnaim.OfficeKit.Referrals;

/// <summary>An open referral that this office was asked to take.</summary>
internal sealed record ReceivedOffer
{
    public Guid ReferralId { get; init; }

    public string Centre { get; init; } = "";

    public string SenderOffice { get; init; } = "";

    public string SenderCentre { get; init; } = "";

    public string Request { get; init; } = "";

    public string Area { get; init; } = "";

    public string Priority { get; init; } = "";

    public string? Language { get; init; }

    /// <summary><c>offered, claimed, taken, withdrawn</c>.</summary>
    public string State { get; init; } = "";

    public string? Reason { get; init; }

    public DateTimeOffset OfferedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>True when it can be claimed.</summary>
    public bool IsOpenAt(DateTimeOffset now) => State is "offered" && ExpiresAt > now;
}
