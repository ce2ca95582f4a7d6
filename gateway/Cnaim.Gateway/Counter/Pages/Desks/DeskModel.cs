using Cnaim.Gateway.Counter.Calls;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S07: call, serve, park, undo. Each button is a form: it works when nothing live does.</summary>
internal sealed class DeskModel : DeskPage
{
    // What the console offers without asking anything more, in this order.
    private static readonly string[] AtTicket = ["start", "finish", "recall", "no-show", "park"];

    /// <summary>Whose visit the ticket in hand is; null when nobody has said.</summary>
    public string? PersonId { get; private set; }

    public IEnumerable<string> Moves => AtTicket.Where(IsAllowed);

    /// <summary>Whether another desk of the same person is open: they choose which to keep.</summary>
    public bool IsElsewhere { get; private set; }

    public bool MayTransfer => IsAllowed("transfer");

    public async Task<IActionResult> OnGetAsync(string desk, CancellationToken cancellationToken)
    {
        if (await LoadAsync(desk, cancellationToken) is { } missing)
        {
            return missing;
        }

        PersonId = await WhoseAsync(Desk, cancellationToken);
        Note();
        return Page();
    }

    // Whoever looks at a colleague's desk does not serve who is there.
    private void Note()
    {
        if (!string.Equals(Desk.HeldBy, Staff.Subject, StringComparison.Ordinal))
        {
            return;
        }

        if (Desk.Current is { } ticket)
        {
            Work.Take(WorkBehind.Ticket, ticket.Id, PersonId);
        }
        else
        {
            Work.LeaveTicket();
        }
    }

    private bool IsAllowed(string move) => Desk.Current is { } ticket && ticket.Allowed.Contains(move, StringComparer.Ordinal);

    public async Task<IActionResult> OnPostAsync(string desk, string move, Guid? ticket, CancellationToken cancellationToken)
    {
        var answer = move is "open-here" ? await ActAsync(desk, "open", new { takeOver = true }, cancellationToken)
            : await ActAsync(desk, move, ticket is null ? null : new { ticketId = ticket }, cancellationToken);
        if (answer.IsGood)
        {
            if (move is "close")
            {
                DeskInHand.Forget(HttpContext);
                return LocalRedirect("/");
            }

            if (move is "call-next")
            {
                return await CalledAsync(answer.Value, cancellationToken);
            }

            DeskInHand.Keep(HttpContext, desk);
            return LocalRedirect("/counter/" + ServiceCalls.Id(desk));
        }

        IsElsewhere = answer.Problem.Code is "desk-elsewhere";
        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(desk, cancellationToken);
    }
}
