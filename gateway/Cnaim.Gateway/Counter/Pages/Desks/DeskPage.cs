using Cnaim.Gateway.Counter.Calls;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>A page at which something is done at one desk.</summary>
internal abstract class DeskPage : CounterPage
{
    public Desk Desk { get; private set; } = null!;

    public string Address => "/counter/" + ServiceCalls.Id(Desk.Id);

    /// <summary>The page to answer with instead, where there is no such desk.</summary>
    protected async Task<IActionResult?> LoadAsync(string desk, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Desk>("reception", "/v1/desks/" + ServiceCalls.Id(desk), cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Desk = answer.Value;
        return null;
    }

    protected Task<ServiceAnswer<Desk>> ActAsync(string desk, string move, object? body, CancellationToken cancellationToken) =>
        Calls.SendAsync<Desk>(
            new ServiceRequest("reception", HttpMethod.Post, $"/v1/desks/{ServiceCalls.Id(desk)}/{ServiceCalls.Id(move)}") { Body = body, IdempotencyKey = $"{FormKey}-{move}" },
            cancellationToken);

    /// <summary>M1: who is known already is opened with the call; the record names the ticket and leads back to the desk.</summary>
    protected async Task<IActionResult> CalledAsync(Desk desk, CancellationToken cancellationToken)
    {
        DeskInHand.Keep(HttpContext, desk.Id);
        if (await WhoseAsync(desk, cancellationToken) is not { } person)
        {
            return LocalRedirect("/counter/" + ServiceCalls.Id(desk.Id));
        }

        Work.Take(WorkBehind.Ticket, desk.Current!.Id, person);
        return LocalRedirect("/people/" + ServiceCalls.Id(person));
    }

    protected async Task<string?> WhoseAsync(Desk desk, CancellationToken cancellationToken) =>
        desk.Current is { } ticket ? (await Calls.GetAsync<Ticket>("reception", $"/v1/tickets/{ticket.Id}", cancellationToken)).Value?.PersonId : null;
}
