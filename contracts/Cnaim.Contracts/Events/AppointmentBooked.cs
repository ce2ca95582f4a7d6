namespace Cnaim.Contracts.Events;

/// <summary>A time was booked at an office.</summary>
[Event("pt.cnaim.appointment.booked.v1")]
public sealed record AppointmentBooked : IThinEvent
{
    /// <summary>The appointment; also the subject.</summary>
    public required Guid AppointmentId { get; init; }

    /// <inheritdoc />
    public Guid? DisclosureId { get; init; }

    /// <inheritdoc />
    public required string Centre { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }
}
