using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Floor;

/// <summary>S08: where people wait too long, and which desk could help.</summary>
internal sealed class OverviewModel : CounterPage
{
    private static readonly string[] WorstFirst = ["over", "busy", "calm"];

    public FloorState Floor { get; private set; } = null!;

    public bool IsCalm => Floor.Queues.All(queue => queue.Level is "calm");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<FloorState>("reception", "/v1/floor", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Floor = answer.Value with { Queues = [.. answer.Value.Queues.OrderBy(queue => Array.IndexOf(WorstFirst, queue.Level))] };
        return Page();
    }

    /// <summary>Opens a queue that was closed.</summary>
    public async Task<IActionResult> OnPostOpenAsync(string queue, int version, CancellationToken cancellationToken)
    {
        var call = new ServiceRequest("reception", HttpMethod.Patch, "/v1/queues/" + ServiceCalls.Id(queue)) { Body = new { state = "open" }, IfMatch = $"\"{version}\"" };
        var answer = await Calls.SendAsync<object>(call, cancellationToken);
        if (answer.IsGood)
        {
            Tell("queue-open");
            return LocalRedirect("/floor");
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(cancellationToken);
    }
}
