using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Mediators;

/// <summary>S21: one booking, and what can be done with it now; another mediator is asked for without a reason.</summary>
internal sealed class BookingModel : CounterPage
{
    public static readonly string[] Reasons = ["no-show", "cancelled", "person-declined", "technical"];

    // What is said at the counter by one button; ending without a talk asks why.
    private static readonly string[] ByButton = ["start", "complete", "match"];

    [BindProperty]
    public string? Reason { get; set; }

    public Booking Booking { get; private set; } = null!;

    public string? Version { get; private set; }

    public IEnumerable<string> Moves => ByButton.Where(move => Booking.Allowed.Contains(move, StringComparer.Ordinal));

    public bool MayEnd => Booking.Allowed.Contains("fail", StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Booking>("mediation", $"/v1/bookings/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Booking, Version) = (answer.Value, answer.ETag);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string move, string? version, CancellationToken cancellationToken)
    {
        if (move is "fail" && string.IsNullOrEmpty(Reason))
        {
            Errors.Add(nameof(Reason), Words["Mediator_ReasonMissing"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await OnGetAsync(id, cancellationToken);
        }

        var call = new ServiceRequest("mediation", HttpMethod.Post, $"/v1/bookings/{id}/{ServiceCalls.Id(move)}")
        {
            Body = move is "fail" ? new { reason = Reason } : null,
            IdempotencyKey = $"{FormKey}-{move}",
            IfMatch = version,
        };
        var answer = await Calls.SendAsync<Booking>(call, cancellationToken);
        if (answer.IsGood)
        {
            Tell("booking-" + move);
            return LocalRedirect($"/mediators/bookings/{id}");
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(id, cancellationToken);
    }
}
