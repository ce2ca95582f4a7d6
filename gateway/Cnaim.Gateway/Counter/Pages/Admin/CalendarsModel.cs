using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: who gives appointments at the acting office and centre, and when.</summary>
internal sealed class CalendarsModel(TimeProvider clock) : AdminPage
{
    protected override string Name => AdminPages.Calendars;

    public IReadOnlyList<AppointmentCalendar> Calendars { get; private set; } = [];

    public DateOnly Today => Words.DayOf(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<AppointmentCalendarList>(Staff.Office, CalendarPage.Path, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Calendars = [.. answer.Value.Items.OrderBy(calendar => calendar.StateOn(Today) is "past").ThenBy(calendar => calendar.Counter, StringComparer.CurrentCulture)];
        return Page();
    }
}
