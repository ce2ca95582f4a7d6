namespace Cnaim.Contracts.Events;

/// <summary>A bed is free again.</summary>
[Event("pt.cnaim.housing-place.released.v1")]
public sealed record HousingPlaceReleased : IThinEvent
{
    /// <summary>The stay: one bed for one case; also the subject.</summary>
    public required Guid StayId { get; init; }

    /// <summary>The place.</summary>
    public required Guid PlaceId { get; init; }

    /// <summary>Why: <c>ended</c>, <c>declined</c> or <c>expired</c>.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    public Guid? DisclosureId { get; init; }

    /// <inheritdoc />
    public required string Centre { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }
}
