using Cnaim.Messaging;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Directory;
using Cnaim.OfficeKit.Restricted;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>What the endpoints of appointments work with.</summary>
internal sealed record AppointmentServices(
    AppointmentStore Appointments,
    CalendarStore Calendars,
    WishStore Wishes,
    SlotFinder Slots,
    HoldSlot Hold,
    RecordAppointment Record,
    CaseStore Cases,
    RestrictedRecords Records,
    NetworkDirectory Directory,
    RightsPolicy Rights,
    OfficeTransaction Transaction,
    TimeProvider Clock)
{
    private const int MonthsOfNoShows = 12;

    /// <summary>How often the person did not come to this office in the last year.</summary>
    public Task<int> NoShowsAsync(Appointment appointment, CancellationToken cancellationToken) =>
        Appointments.NoShowsAsync(appointment.PersonRef, Clock.GetUtcNow().AddMonths(-MonthsOfNoShows), cancellationToken);

    /// <summary>Whether the caller may look for times there: at the own centre, and as far as the table says at another. One that he may not ask is like one that does not exist.</summary>
    public bool HasCentre(Actor actor, string centre) => Directory.Current.HasCentre(centre)
        && (string.Equals(centre, actor.Centre, StringComparison.Ordinal) || Rights.Allows(actor, Right.AppointmentsBookElsewhere, actor.Office, centre));

    /// <summary>The local date at a centre.</summary>
    public DateOnly Today(string centre) => Directory.Current.CalendarOf(centre).DateOf(Clock.GetUtcNow());
}
