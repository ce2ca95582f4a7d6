using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S07: sends who is at the desk on, to a queue or to one desk; the number stays the same.</summary>
internal sealed class TransferModel : DeskPage
{
    [BindProperty]
    public string? ToQueue { get; set; }

    [BindProperty]
    public string? ToDesk { get; set; }

    /// <summary>The ticket that the page was opened for.</summary>
    [BindProperty]
    public Guid Ticket { get; set; }

    public IReadOnlyList<Choice> Queues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string desk, CancellationToken cancellationToken)
    {
        if (await ShowAsync(desk, cancellationToken) is { } instead)
        {
            return instead;
        }

        Ticket = Desk.Current!.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string desk, CancellationToken cancellationToken)
    {
        if (await ShowAsync(desk, cancellationToken) is { } instead)
        {
            return instead;
        }

        var (queue, other) = (Given(ToQueue), Given(ToDesk));
        if (queue is null == other is null)
        {
            Errors.Add("toQueue", Words["Transfer_Missing"]);
            return Again();
        }

        // Another tab may have called somebody else since: they stay.
        if (Desk.Current!.Id != Ticket)
        {
            return LocalRedirect(Address);
        }

        var answer = await ActAsync(desk, "transfer", new { toQueue = queue, toDesk = other }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("ticket-transfer");
        return LocalRedirect(Address);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // With nobody at the desk there is nobody to send on.
    private async Task<IActionResult?> ShowAsync(string desk, CancellationToken cancellationToken)
    {
        if (await LoadAsync(desk, cancellationToken) is { } missing)
        {
            return missing;
        }

        if (Desk.Current is not { } current)
        {
            return LocalRedirect(Address);
        }

        var queues = await Calls.GetAsync<QueueList>("reception", "/v1/queues", cancellationToken);
        Queues = [new Choice("", ""), .. (queues.Value?.Items ?? []).Where(queue => !string.Equals(queue.Id, current.Queue, StringComparison.Ordinal)).Select(queue => new Choice(queue.Id, queue.Name))];
        return null;
    }
}
