namespace Cnaim.Contracts.Events;

/// <summary>The person is to be reminded of an appointment now, by whichever way is safe; who they are is asked of the office.</summary>
[Event("pt.cnaim.appointment.reminder-due.v1")]
public sealed record AppointmentReminderDue : IThinEvent
{
    /// <summary>The appointment; also the subject.</summary>
    public required Guid AppointmentId { get; init; }

    /// <summary>Which text, a code.</summary>
    public required string Template { get; init; }

    /// <inheritdoc />
    public Guid? DisclosureId { get; init; }

    /// <inheritdoc />
    public required string Centre { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }
}
