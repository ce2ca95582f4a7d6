using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Floor;

/// <summary>S08: which queues a desk serves; or it is closed for whoever left without closing it.</summary>
internal sealed class DeskModel : CounterPage
{
    [BindProperty]
    public string[] Queue { get; set; } = [];

    [BindProperty]
    public int? Version { get; set; }

    public FloorDesk Desk { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string desk, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<FloorState>("reception", "/v1/floor", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        if (answer.Value.Desks.FirstOrDefault(one => string.Equals(one.Id, desk, StringComparison.Ordinal)) is not { } found)
        {
            return NotFound();
        }

        Desk = found;
        Version ??= found.Version;
        Choices = [.. answer.Value.Queues.Select(queue => new Choice(queue.Queue.Id, queue.Queue.Name, Words.Format("Queue_Waiting", queue.Queue.Waiting, queue.Queue.ExpectedWait.Low, queue.Queue.ExpectedWait.High)))];
        Queue = Queue.Length > 0 ? Queue : [.. found.Queues];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string desk, string what, CancellationToken cancellationToken)
    {
        if (what is "move" && Queue.Length == 0)
        {
            Errors.Add(nameof(Queue), Words["Floor_QueueMissing"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await OnGetAsync(desk, cancellationToken);
        }

        object body = what is "close" ? new { close = true } : new { queues = Queue };
        var call = new ServiceRequest("reception", HttpMethod.Patch, "/v1/desks/" + ServiceCalls.Id(desk)) { Body = body, IfMatch = $"\"{Version}\"" };
        var answer = await Calls.SendAsync<object>(call, cancellationToken);
        if (answer.IsGood)
        {
            Tell("desk-" + (what is "close" ? "close" : "move"));
            return LocalRedirect("/floor");
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(desk, cancellationToken);
    }
}
