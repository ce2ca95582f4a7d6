using Cnaim.Gateway.Counter.Calls;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>A page about one calendar of the acting office and centre.</summary>
internal abstract class CalendarPage : AdminPage
{
    public const string Path = "/v1/appointment-calendars";

    protected override string Name => AdminPages.Calendars;

    public AppointmentCalendar? Calendar { get; private set; }

    public string CalendarName => Calendar is null ? "" : Calendar.Counter ?? AdminNames.Who(Words, Calendar.Subject, Staff.Subject);

    /// <summary>Reads it; what is wrong where it cannot be shown.</summary>
    protected async Task<ServiceProblem?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<AppointmentCalendarList>(Staff.Office, Path, cancellationToken);
        Calendar = answer.Value?.Items.FirstOrDefault(calendar => calendar.Id == id);
        return answer.Problem ?? (Calendar is null ? new ServiceProblem { Status = StatusCodes.Status404NotFound } : null);
    }
}
