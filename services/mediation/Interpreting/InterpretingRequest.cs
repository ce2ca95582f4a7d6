using Cnaim.Mediation.Bookings;
using Cnaim.Mediation.Matching;

namespace Cnaim.Mediation.Interpreting;

/// <summary>The record of a three-way call: times and a rating, no content and no person.</summary>
internal sealed record InterpretingRequest
{
    public Guid RequestId { get; init; }

    public string Office { get; init; } = "";

    public string Centre { get; init; } = "";

    public string? Desk { get; init; }

    public string RequestedBy { get; init; } = "";

    public string State { get; init; } = BookingState.Requested;

    public string Language { get; init; } = "";

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset PlannedUntil { get; init; }

    public string? Provider { get; init; }

    public DateTimeOffset? NextFree { get; init; }

    public int Redials { get; init; }

    public int? Quality { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public long Version { get; init; } = 1;

    public TimeSlot Call => new(StartsAt, PlannedUntil);
}
