using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>S20: one appointment, and the moves that are allowed now.</summary>
internal sealed class DetailModel : CounterPage
{
    // Each has a page of its own.
    private static readonly string[] WithDetails = ["move", "cancel"];

    public Appointment Appointment { get; private set; } = null!;

    public string? Version { get; private set; }

    public static bool NeedsDetails(string action) => WithDetails.Contains(action, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Appointment>(Staff.Office, $"/v1/appointments/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Appointment, Version) = (answer.Value, answer.ETag);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string move, string? version, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<Appointment>(
            new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/appointments/{id}/{ServiceCalls.Id(move)}") { IdempotencyKey = $"{FormKey}-{move}", IfMatch = version }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("appt-" + answer.Value.State);
            return LocalRedirect($"/appointments/{id}");
        }

        Errors.Add(answer.Problem, Words);
        return await OnGetAsync(id, cancellationToken);
    }
}
