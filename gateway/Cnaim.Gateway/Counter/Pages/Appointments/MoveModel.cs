using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>S20: another time for an appointment; the old one stays until the new one is certain.</summary>
internal sealed class MoveModel : SlotPage
{
    [BindProperty]
    public string? Version { get; set; }

    public Appointment Appointment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Appointment>(Staff.Office, $"/v1/appointments/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Appointment = answer.Value;
        Version ??= answer.ETag;
        Centre = Appointment.Centre;
        await LoadSlotsAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Chosen() is { } slot)
        {
            var body = new { startsAt = slot.StartsAt, calendarId = slot.CalendarId };
            var answer = await Calls.SendAsync<Appointment>(
                new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/appointments/{id}/move") { Body = body, IdempotencyKey = FormKey, IfMatch = Version }, cancellationToken);
            if (answer.IsGood)
            {
                Tell("appt-moved");
                return LocalRedirect($"/appointments/{answer.Value.Id}/slip");
            }

            Errors.Add(answer.Problem, Words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(id, cancellationToken);
    }
}
