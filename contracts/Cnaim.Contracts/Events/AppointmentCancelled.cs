namespace Cnaim.Contracts.Events;

/// <summary>An appointment will not take place.</summary>
[Event("pt.cnaim.appointment.cancelled.v1")]
public sealed record AppointmentCancelled : IThinEvent
{
    /// <summary>The appointment; also the subject.</summary>
    public required Guid AppointmentId { get; init; }

    /// <summary>Why, a code of the office kit.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    public Guid? DisclosureId { get; init; }

    /// <inheritdoc />
    public required string Centre { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }
}
