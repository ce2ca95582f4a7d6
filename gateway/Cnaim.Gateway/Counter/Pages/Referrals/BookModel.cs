using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.Appointments;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>L3: a time at the office that accepted a referral of ours. That office keeps who it is for; here the time and the code are shown once, to be printed.</summary>
internal sealed class BookModel : SlotPage
{
    public Referral Referral { get; private set; } = null!;

    [BindProperty]
    public string Channel { get; set; } = Appointments.NewModel.Channels[0];

    [BindProperty]
    public string? Interpreter { get; set; }

    public Appointment? Booked { get; private set; }

    /// <summary>Why there are no times; null when there are.</summary>
    public ServiceProblem? Refused { get; private set; }

    private string Receiver => Referral.Receiver!.Office;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        Refused = await LoadSlotsAsync(Receiver, $"/v1/referrals/{id}/slots", cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        if (Chosen() is { } slot)
        {
            var body = new { startsAt = slot.StartsAt, calendarId = slot.CalendarId, channel = Channel, interpreter = Interpreter is "yes" };
            var answer = await Calls.SendAsync<Appointment>(new ServiceRequest(Receiver, HttpMethod.Post, $"/v1/referrals/{id}/appointments") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
            if (answer.IsGood)
            {
                Booked = answer.Value;
                return Page();
            }

            Errors.Add(answer.Problem, Words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Refused = await LoadSlotsAsync(Receiver, $"/v1/referrals/{id}/slots", cancellationToken);
        return Page();
    }

    // Only for what this office sent and another one took.
    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Referral>(Staff.Office, $"/v1/referrals/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Referral = answer.Value;
        Work.Take(WorkBehind.Referral, id, Referral.PersonId);
        return Referral.MayBeBooked ? null : NotFound();
    }
}
