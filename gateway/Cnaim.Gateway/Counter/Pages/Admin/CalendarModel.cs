using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: changes when a calendar gives appointments; what is booked stays.</summary>
internal sealed class CalendarModel : CalendarForm
{
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        if (await LoadAsync(id, cancellationToken) is { } problem)
        {
            return Missing(problem);
        }

        Version = Calendar!.Version;
        Fill(Calendar);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        if (await LoadAsync(id, cancellationToken) is { } problem)
        {
            return Missing(problem);
        }

        if (Read(null, Calendar!.Absences) is not { } body)
        {
            return Again();
        }

        var call = new ServiceRequest(Staff.Office, HttpMethod.Put, $"{Path}/{id}") { Body = body, IfMatch = $"\"{Version}\"" };
        var answer = await Calls.SendAsync<AppointmentCalendar>(call, cancellationToken);
        if (answer.IsGood)
        {
            Tell("admin-calendar");
            return LocalRedirect("/admin/calendars");
        }

        Version = Calendar.Version; // somebody was faster: what was typed stays, and counts if it is sent again
        return Again(answer.Problem);
    }
}
