namespace Cnaim.Contracts.Events;

/// <summary>A bed became free and is kept for the next on the list.</summary>
[Event("pt.cnaim.housing-place.offered.v1")]
public sealed record HousingPlaceOffered : IThinEvent
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
