using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Mediators;

/// <summary>A mediator's own bookings: where, when and in which language, never for whom.</summary>
internal sealed class OwnModel : CounterPage
{
    public IReadOnlyList<Booking> Bookings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Bookings>("mediation", "/v1/mediators/me/bookings", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Bookings = [.. answer.Value.Items.Where(booking => booking.State is not ("done" or "failed"))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string move, CancellationToken cancellationToken)
    {
        var call = new ServiceRequest("mediation", HttpMethod.Post, $"/v1/mediators/me/bookings/{id}/{ServiceCalls.Id(move)}") { IdempotencyKey = $"{FormKey}-{id}-{move}" };
        var answer = await Calls.SendAsync<Booking>(call, cancellationToken);
        if (answer.IsGood)
        {
            Tell("booking-" + move);
            return LocalRedirect("/mediators/me");
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(cancellationToken);
    }
}
