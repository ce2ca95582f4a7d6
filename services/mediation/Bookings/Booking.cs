using Cnaim.Mediation.Matching;

namespace Cnaim.Mediation.Bookings;

/// <summary>A mediator's time, asked for by a counter.</summary>
internal sealed record Booking
{
    public Guid BookingId { get; init; }

    public string Office { get; init; } = "";

    public string Centre { get; init; } = "";

    public string RequestedBy { get; init; } = "";

    public string State { get; init; } = BookingState.Requested;

    public string Language { get; init; } = "";

    public string Mode { get; init; } = "";

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public string? Gender { get; init; }

    public string MinimumLevel { get; init; } = "";

    public Guid? MediatorId { get; init; }

    public long? MediatorNo { get; init; }

    public string? MediatorName { get; init; }

    public string? MediatorCentre { get; init; }

    public Guid[] ExcludedMediators { get; init; } = [];

    public Guid[] ExcludedAssociations { get; init; } = [];

    public int Declined { get; init; }

    /// <summary><c>ticket</c>, <c>interview</c> or <c>person</c>.</summary>
    public string? ReferenceKind { get; init; }

    /// <summary>As the caller's office calls it; nothing here reads it.</summary>
    public string? Reference { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public long Version { get; init; } = 1;

    /// <summary>What was wished for, for the next proposal.</summary>
    public Wish ToWish() => new()
    {
        Language = Language,
        Centre = Centre,
        When = new TimeSlot(StartsAt, EndsAt),
        Mode = Mode,
        Gender = Gender,
        MinimumLevel = MinimumLevel,
        ExcludedMediators = MediatorId is { } held ? [.. ExcludedMediators, held] : ExcludedMediators,
        ExcludedAssociations = ExcludedAssociations,
    };
}
