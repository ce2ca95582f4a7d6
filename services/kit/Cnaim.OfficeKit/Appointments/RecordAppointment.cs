using Cnaim.Contracts.Events;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Deadlines;
using Cnaim.OfficeKit.Restricted;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Audits what happens to an appointment, tells the network, and sees to its reminder (ADR 0072).</summary>
internal sealed class RecordAppointment(OfficeTransaction transaction, AppointmentStore appointments, DeadlineStore deadlines, TimeProvider clock)
{
    public const string Kind = "appointment";

    /// <summary>The text that a reminder is made of.</summary>
    private const string ReminderTemplate = "appointment-reminder";

    private static readonly TimeSpan RemindBefore = TimeSpan.FromHours(24);

    /// <summary>Collects that an appointment was booked or has changed.</summary>
    public async ValueTask ChangedAsync(string what, Appointment appointment, Actor actor, CancellationToken cancellationToken)
    {
        transaction.Audit(new AuditEntry
        {
            Action = $"{Kind}.{what}",
            RecordKind = Kind,
            RecordId = appointment.AppointmentId.ToString(),
            Actor = actor,
            Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = appointment.State },
        });
        await PublishAsync(what, appointment, cancellationToken);
        if (what is AppointmentState.Booked && appointment.StartsAt - RemindBefore > clock.GetUtcNow())
        {
            deadlines.Add(appointment.AppointmentId, (DeadlineKind.AppointmentReminder, appointment.StartsAt - RemindBefore));
        }
    }

    /// <summary>Collects a look at an appointment, whether there is one or not.</summary>
    public void Looked(string what, Guid appointmentId, bool isSeen, Actor actor) => transaction.Audit(new AuditEntry
    {
        Action = isSeen ? $"{Kind}.{what}" : $"{Kind}.{what}-denied",
        RecordKind = Kind,
        RecordId = appointmentId.ToString(),
        Actor = actor,
    });

    /// <summary>Collects that the person is to be reminded; nothing for one who is not expected any more.</summary>
    public async Task RemindAsync(Guid appointmentId, CancellationToken cancellationToken)
    {
        if (await appointments.LockAsync(appointmentId, RecordScope.System, cancellationToken) is not { PersonRef: not null } appointment || !AppointmentState.IsAhead(appointment.State))
        {
            return;
        }

        var due = new AppointmentReminderDue { AppointmentId = appointmentId, Template = ReminderTemplate, Centre = appointment.Centre, OccurredAt = clock.GetUtcNow() };
        await transaction.EnqueueAsync(appointmentId, Audience.Network, due, cancellationToken);
    }

    private ValueTask PublishAsync(string what, Appointment appointment, CancellationToken cancellationToken)
    {
        var (id, centre, now) = (appointment.AppointmentId, appointment.Centre, clock.GetUtcNow());
        return what switch
        {
            AppointmentState.Booked => SendAsync(new AppointmentBooked { AppointmentId = id, Centre = centre, OccurredAt = now }),
            AppointmentState.Moved => SendAsync(new AppointmentMoved { AppointmentId = id, MovedTo = appointment.MovedTo ?? Guid.Empty, Centre = centre, OccurredAt = now }),
            AppointmentState.Cancelled => SendAsync(new AppointmentCancelled { AppointmentId = id, Reason = appointment.Reason ?? "", Centre = centre, OccurredAt = now }),
            AppointmentState.Attended => SendAsync(new AppointmentAttended { AppointmentId = id, Centre = centre, OccurredAt = now }),
            AppointmentState.NoShow => SendAsync(new AppointmentMissed { AppointmentId = id, Centre = centre, OccurredAt = now }),
            _ => ValueTask.CompletedTask,
        };

        ValueTask SendAsync<TEvent>(TEvent message)
            where TEvent : class => transaction.EnqueueAsync(id, Audience.Network, message, cancellationToken);
    }
}
