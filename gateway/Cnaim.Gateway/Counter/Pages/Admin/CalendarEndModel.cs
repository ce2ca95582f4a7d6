using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: says which day is a calendar's last one; all else stays as it is.</summary>
internal sealed class CalendarEndModel(TimeProvider clock) : CalendarPage
{
    [BindProperty]
    public TypedDate ValidTo { get; set; } = new();

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

        (Version, ValidTo) = (Calendar!.Version, TypedDate.Of(Words.DayOf(clock.GetUtcNow())));
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

        if (Required(ValidTo, "validTo") is not { } last)
        {
            return Again();
        }

        var kept = Calendar!;
        var body = new { days = kept.Days, opens = kept.Opens, closes = kept.Closes, slotMinutes = kept.SlotMinutes, validFrom = kept.ValidFrom, validTo = last, absences = kept.Absences };
        var answer = await Calls.SendAsync<AppointmentCalendar>(new ServiceRequest(Staff.Office, HttpMethod.Put, $"{Path}/{id}") { Body = body, IfMatch = $"\"{Version}\"" }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("admin-calendar-end");
            return LocalRedirect("/admin/calendars");
        }

        Version = kept.Version;
        return Again(answer.Problem);
    }
}
