using Cnaim.ServiceDefaults.Problems;
using Npgsql;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Finds the wanted time free and writes it; of two who want it, one gets it and the other hears which ones are left.</summary>
internal sealed class HoldSlot(AppointmentStore appointments, SlotFinder slots)
{
    private const int MostAtOnce = 2000;
    private const int Tries = 5;
    private const string PersonOnce = "appointment_person_once";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>The wanted time, when it is free; the caller holds the centre's turn from here to the end of the transaction.</summary>
    public async Task<Decision<Slot>> ChooseAsync(string centre, Guid? calendarId, DateTimeOffset start, TimeSpan? length, CancellationToken cancellationToken)
    {
        await appointments.TakeTurnAsync(centre, cancellationToken);
        var free = await slots.FindAsync(centre, new SlotQuery(start, start + (length ?? Longest), length), MostAtOnce, cancellationToken);
        var chosen = free.FirstOrDefault(slot => slot.Start == start && (calendarId is null || slot.Calendar.CalendarId == calendarId));
        return chosen is null ? AppointmentRefusals.SlotTaken(await slots.NextAsync(centre, start, length, cancellationToken)) : chosen;
    }

    /// <summary>Writes the appointment with a code of its own. The database has the last word on two that meet.</summary>
    public async Task<Decision<Appointment>> WriteAsync(Appointment appointment, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var coded = appointment with { Code = AppointmentCode.New() };
            await appointments.MarkAsync(cancellationToken);
            try
            {
                await appointments.InsertAsync(coded, cancellationToken);
                return coded;
            }
            catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.ExclusionViolation)
            {
                await appointments.UndoAsync(cancellationToken);
                return exception.ConstraintName is PersonOnce
                    ? AppointmentRefusals.PersonBusy
                    : AppointmentRefusals.SlotTaken(await slots.NextAsync(appointment.Centre, appointment.StartsAt, appointment.EndsAt - appointment.StartsAt, cancellationToken));
            }
            catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UniqueViolation && tries < Tries)
            {
                await appointments.UndoAsync(cancellationToken); // somebody has that code today
            }
        }
    }

    /// <summary>Saves a move. A time that was given up may have been taken since.</summary>
    /// <returns>Why not; null when it is saved.</returns>
    public async Task<Refusal?> SaveAsync(Appointment appointment, CancellationToken cancellationToken)
    {
        await appointments.MarkAsync(cancellationToken);
        try
        {
            await appointments.SaveAsync(appointment, cancellationToken);
            return null;
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.ExclusionViolation)
        {
            await appointments.UndoAsync(cancellationToken);
            return exception.ConstraintName is PersonOnce ? AppointmentRefusals.PersonBusy : AppointmentRefusals.SlotTaken([]);
        }
    }
}
