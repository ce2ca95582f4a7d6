using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>S20: what the person takes home, for an 80 mm printer: when, where and the code for reception; neither the person nor the office is on it.</summary>
internal sealed class SlipModel : CounterPage
{
    public Appointment Appointment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Appointment>(Staff.Office, $"/v1/appointments/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Appointment = answer.Value;
        return Page();
    }
}
