namespace Cnaim.Contracts.Events;

/// <summary>An appointment was moved to another time and ended with it.</summary>
[Event("pt.cnaim.appointment.moved.v1")]
public sealed record AppointmentMoved : IThinEvent
{
    /// <summary>The appointment; also the subject.</summary>
    public required Guid AppointmentId { get; init; }

    /// <summary>The appointment that follows.</summary>
    public required Guid MovedTo { get; init; }

    /// <inheritdoc />
    public Guid? DisclosureId { get; init; }

    /// <inheritdoc />
    public required string Centre { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }
}
