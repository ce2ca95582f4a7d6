namespace Cnaim.Contracts.Events;

/// <summary>The person did not come.</summary>
[Event("pt.cnaim.appointment.missed.v1")]
public sealed record AppointmentMissed : IThinEvent
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
