namespace Cnaim.Contracts.Events;

/// <summary>A bed was booked, at once or by accepting an offer.</summary>
[Event("pt.cnaim.housing-place.booked.v1")]
public sealed record HousingPlaceBooked : IThinEvent
{
    /// <summary>The stay: one bed for one case; also the subject.</summary>
    public required Guid StayId { get; init; }

    /// <summary>The place.</summary>
    public required Guid PlaceId { get; init; }

    /// <inheritdoc />
    public Guid? DisclosureId { get; init; }

    /// <inheritdoc />
    public required string Centre { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }
}
