namespace Cnaim.Housing.Places;

/// <summary>A bed in a place for the person of a case.</summary>
internal sealed record Stay
{
    public Guid StayId { get; init; }

    public Guid PlaceId { get; init; }

    public Guid CaseId { get; init; }

    public int Bed { get; init; }

    /// <summary><c>offered, booked, ended, declined, expired</c>.</summary>
    public string State { get; init; } = "";

    public DateTimeOffset Since { get; init; }

    public DateTimeOffset? OfferExpiresAt { get; init; }
}
