using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S09: children in and out by the adult's ticket and a code. The code is in the answer to the check-in alone.</summary>
internal sealed class ChildrensRoomModel : CounterPage
{
    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? Children { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public ChildrensRoom? Room { get; private set; }

    /// <summary>Who has just come, with the code for the adult.</summary>
    public CheckedIn? New { get; private set; }

    public bool IsCoordinator => Staff.Role is "coordinator";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<ChildrensRoom>("reception", "/v1/childrens-room", cancellationToken);
        if (answer.Problem is { IsMissing: true } missing)
        {
            return Missing(missing);
        }

        Room = answer.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Ticket))
        {
            Errors.Add(nameof(Ticket), Words["Children_TicketMissing"]);
        }

        if (!int.TryParse(Children, NumberStyles.None, CultureInfo.InvariantCulture, out var children) || children is < 1 or > 10)
        {
            Errors.Add(nameof(Children), Words["Children_CountWrong"]);
        }

        if (Errors.IsEmpty)
        {
            await CheckInAsync(children, cancellationToken);
        }

        Response.StatusCode = Errors.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>Hands children back, takes them from the wait list, or calls their adult.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, string move, CancellationToken cancellationToken)
    {
        var call = new ServiceRequest("reception", HttpMethod.Post, $"/v1/childrens-room/visits/{id}/{ServiceCalls.Id(move)}")
        {
            Body = move is "check-out" ? new { code = Code?.Trim() ?? "" } : null,
            IdempotencyKey = move is "check-out" ? null : $"{FormKey}-{id}-{move}",
        };
        var answer = await Calls.SendAsync<object>(call, cancellationToken);
        if (answer.IsGood)
        {
            Tell("children-" + move);
            return LocalRedirect("/childrens-room");
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    private async Task CheckInAsync(int children, CancellationToken cancellationToken)
    {
        var ticket = await Calls.GetAsync<Ticket>("reception", "/v1/tickets/by-number/" + ServiceCalls.Id(Ticket!.Trim().ToUpperInvariant()), cancellationToken);
        if (!ticket.IsGood)
        {
            Errors.Add(nameof(Ticket), Words[ticket.Problem.IsSilent ? "Problem_silent" : "Children_TicketUnknown"]);
            return;
        }

        var body = new { ticketId = ticket.Value.Id, children };
        var answer = await Calls.SendAsync<CheckedIn>(new ServiceRequest("reception", HttpMethod.Post, "/v1/childrens-room/visits") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        New = answer.Value;
        if (answer.Problem is { } problem)
        {
            Errors.Add(problem, Words);
        }
    }
}
