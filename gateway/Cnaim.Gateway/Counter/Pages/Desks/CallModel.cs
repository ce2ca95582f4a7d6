using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S07: calls one ticket out of its turn; the reason stays with the call.</summary>
internal sealed class CallModel : DeskPage
{
    public static readonly string[] Reasons = ["distress", "health", "short-matter", "wrong-order", "mediator-present", "other"];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Null where the ticket does not wait any more: two desks may see the same one.</summary>
    public WaitingTicket? Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync(string desk, Guid ticket, CancellationToken cancellationToken)
    {
        if (await LoadAsync(desk, cancellationToken) is { } missing)
        {
            return missing;
        }

        Waiting = Desk.Waiting.FirstOrDefault(one => one.Id == ticket);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string desk, Guid ticket, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Reason))
        {
            Errors.Add("reason", Words["CallOut_ReasonMissing"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await OnGetAsync(desk, ticket, cancellationToken);
        }

        // Asked before it is looked at: after a double click the ticket is at this desk already.
        var answer = await ActAsync(desk, "call", new { ticketId = ticket, reason = Reason }, cancellationToken);
        if (answer.IsGood)
        {
            return await CalledAsync(answer.Value, cancellationToken);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        var shown = await OnGetAsync(desk, ticket, cancellationToken);
        if (Waiting is not null)
        {
            Errors.Add(answer.Problem, Words);
        }

        return shown;
    }
}
