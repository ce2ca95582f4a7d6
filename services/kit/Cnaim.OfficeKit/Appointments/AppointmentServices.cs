using Cnaim.Messaging;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Directory;
using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>What the endpoints of appointments work with.</summary>
internal sealed record AppointmentServices(
    AppointmentStore Appointments,
    CalendarStore Calendars,
    SlotFinder Slots,
    HoldSlot Hold,
    RecordAppointment Record,
    CaseStore Cases,
    RestrictedRecords Records,
    NetworkDirectory Directory,
    OfficeTransaction Transaction,
    TimeProvider Clock)
{
    private const int MonthsOfNoShows = 12;

    /// <summary>How often the person did not come to this office in the last year.</summary>
    public Task<int> NoShowsAsync(Appointment appointment, CancellationToken cancellationToken) =>
        Appointments.NoShowsAsync(appointment.PersonRef, Clock.GetUtcNow().AddMonths(-MonthsOfNoShows), cancellationToken);

    /// <summary>The local date at a centre.</summary>
    public DateOnly Today(string centre) => Directory.Current.CalendarOf(centre).DateOf(Clock.GetUtcNow());
}
