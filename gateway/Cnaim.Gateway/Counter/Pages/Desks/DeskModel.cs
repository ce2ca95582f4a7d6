using Cnaim.Gateway.Counter.Calls;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S07: call, serve, park, undo. Each button is a form: it works when nothing live does.</summary>
internal sealed class DeskModel : CounterPage
{
    // What the console offers without asking anything more, in this order.
    private static readonly string[] AtTicket = ["start", "finish", "recall", "no-show", "park"];

    public Desk Desk { get; private set; } = null!;

    /// <summary>Whose visit the ticket in hand is; null when nobody has said.</summary>
    public string? PersonId { get; private set; }

    public IEnumerable<string> Moves => Desk.Current is { } ticket ? AtTicket.Where(move => ticket.Allowed.Contains(move, StringComparer.Ordinal)) : [];

    public async Task<IActionResult> OnGetAsync(string desk, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Desk>("reception", "/v1/desks/" + ServiceCalls.Id(desk), cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Desk = answer.Value;
        PersonId = await WhoseAsync(Desk, cancellationToken);
        Note();
        return Page();
    }

    // M1: who is known already is opened with the call; the record names the ticket and leads back to the desk.
    private async Task<string?> CalledAsync(Desk desk, CancellationToken cancellationToken)
    {
        if (await WhoseAsync(desk, cancellationToken) is not { } person)
        {
            return null;
        }

        Work.Take(WorkBehind.Ticket, desk.Current!.Id, person);
        return person;
    }

    private async Task<string?> WhoseAsync(Desk desk, CancellationToken cancellationToken) =>
        desk.Current is { } ticket ? (await Calls.GetAsync<Ticket>("reception", $"/v1/tickets/{ticket.Id}", cancellationToken)).Value?.PersonId : null;

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

    public async Task<IActionResult> OnPostAsync(string desk, string move, Guid? ticket, CancellationToken cancellationToken)
    {
        var call = new ServiceRequest("reception", HttpMethod.Post, $"/v1/desks/{ServiceCalls.Id(desk)}/{ServiceCalls.Id(move)}")
        {
            Body = ticket is null ? null : new { ticketId = ticket },
            IdempotencyKey = $"{FormKey}-{move}",
        };
        var answer = await Calls.SendAsync<Desk>(call, cancellationToken);
        if (answer.IsGood)
        {
            if (move is "close")
            {
                DeskInHand.Forget(HttpContext);
                return LocalRedirect("/");
            }

            DeskInHand.Keep(HttpContext, desk);
            if (move is "call-next" && await CalledAsync(answer.Value, cancellationToken) is { } person)
            {
                return LocalRedirect("/people/" + ServiceCalls.Id(person));
            }

            return LocalRedirect("/counter/" + ServiceCalls.Id(desk));
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(desk, cancellationToken);
    }
}
