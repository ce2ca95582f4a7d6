using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Floor;

/// <summary>S08, C1: one more desk for a queue that is over its limit; what the desk serves now it goes on serving.</summary>
internal sealed class ReinforceModel : CounterPage
{
    /// <summary>The desk and the version of it that was shown.</summary>
    [BindProperty]
    public string? Desk { get; set; }

    public WatchedQueue Queue { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    private FloorState Floor { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(string queue, CancellationToken cancellationToken) => await LoadAsync(queue, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string queue, CancellationToken cancellationToken)
    {
        if (await LoadAsync(queue, cancellationToken) is { } missing)
        {
            return missing;
        }

        var (id, version) = Desk?.Split('/') is [var first, var second] ? (first, second) : ("", "");
        if (Floor.Desks.FirstOrDefault(desk => string.Equals(desk.Id, id, StringComparison.Ordinal)) is not { } chosen)
        {
            Errors.Add(nameof(Desk), Words["Floor_DeskMissing"]);
            return Again();
        }

        var call = new ServiceRequest("reception", HttpMethod.Patch, "/v1/desks/" + ServiceCalls.Id(id)) { Body = new { queues = chosen.Queues.Append(queue).Distinct(StringComparer.Ordinal) }, IfMatch = $"\"{version}\"" };
        var answer = await Calls.SendAsync<object>(call, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("desk-move");
        return LocalRedirect("/floor");
    }

    private async Task<IActionResult?> LoadAsync(string queue, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<FloorState>("reception", "/v1/floor", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Floor = answer.Value;
        if (Floor.Queues.FirstOrDefault(one => string.Equals(one.Queue.Id, queue, StringComparison.Ordinal)) is not { } found)
        {
            return NotFound();
        }

        Queue = found.Queue;
        Choices = [.. Floor.Desks.Where(desk => !desk.Queues.Contains(queue, StringComparer.Ordinal)).Select(desk => new Choice($"{desk.Id}/{desk.Version}", Words.Format("Desk_Title", desk.Id), $"{Words.Code("DeskState", desk.State)} · {Floor.NamesOf(desk)}"))];
        return null;
    }
}
