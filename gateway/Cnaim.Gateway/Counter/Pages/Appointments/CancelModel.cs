using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>S20: an appointment that will not be; its time is free for others at once.</summary>
internal sealed class CancelModel : CounterPage
{
    public static readonly string[] Reasons = ["person-asked", "person-ill", "office-closed", "staff-absent", "not-needed", "mistake"];

    [BindProperty]
    public string? Reason { get; set; }

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
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Reason))
        {
            Errors.Add(nameof(Reason), Words["Move_ReasonMissing"]);
        }
        else
        {
            var answer = await Calls.SendAsync<Appointment>(
                new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/appointments/{id}/cancel") { Body = new { reason = Reason }, IdempotencyKey = FormKey, IfMatch = Version }, cancellationToken);
            if (answer.IsGood)
            {
                Tell("appt-cancelled");
                return LocalRedirect($"/appointments/{id}");
            }

            Errors.Add(answer.Problem, Words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(id, cancellationToken);
    }
}
