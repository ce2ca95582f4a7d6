namespace Cnaim.Contracts.Events;

/// <summary>The person came.</summary>
[Event("pt.cnaim.appointment.attended.v1")]
public sealed record AppointmentAttended : IThinEvent
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
