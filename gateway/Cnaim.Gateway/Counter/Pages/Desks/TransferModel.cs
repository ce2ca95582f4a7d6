using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S07: sends who is at the desk on, to a queue, a colleague or one desk; the number stays the same.</summary>
internal sealed class TransferModel : DeskPage
{
    [BindProperty]
    public string? ToQueue { get; set; }

    [BindProperty]
    public string? ToDesk { get; set; }

    /// <summary>The subject of a colleague.</summary>
    [BindProperty]
    public string? ToPerson { get; set; }

    /// <summary>The ticket that the page was opened for.</summary>
    [BindProperty]
    public Guid Ticket { get; set; }

    public IReadOnlyList<Choice> Queues { get; private set; } = [];

    /// <summary>Who else sits at a desk of this centre now, by name.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

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

        var (queue, other, person) = (Given(ToQueue), Given(ToDesk), Given(ToPerson));
        if (new[] { queue, other, person }.Count(target => target is not null) != 1)
        {
            Errors.Add("toQueue", Words["Transfer_Missing"]);
            return Again();
        }

        // Another tab may have called somebody else since: they stay.
        if (Desk.Current!.Id != Ticket)
        {
            return LocalRedirect(Address);
        }

        var answer = await ActAsync(desk, "transfer", new { toQueue = queue, toDesk = other, toPerson = person }, cancellationToken);
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
        Colleagues = await ColleaguesAsync(cancellationToken);
        return null;
    }

    // Names are identity's, who sits where is reception's; without either there is still the number of a desk.
    private async Task<IReadOnlyList<Choice>> ColleaguesAsync(CancellationToken cancellationToken)
    {
        var held = await Calls.GetAsync<HeldDeskList>("reception", "/v1/desks", cancellationToken);
        var others = (held.Value?.Items ?? []).Where(desk => !string.Equals(desk.HeldBy, Staff.Subject, StringComparison.Ordinal)).ToDictionary(desk => desk.HeldBy, StringComparer.Ordinal);
        if (others.Count == 0)
        {
            return [];
        }

        var named = await Calls.SendAsync<StaffNameList>(new ServiceRequest("identity", HttpMethod.Post, "/v1/staff/names") { Body = new { subjects = others.Keys } }, cancellationToken);
        return [new Choice("", ""), .. (named.Value?.Items ?? []).Select(one => new Choice(one.Subject, Words.Format("Transfer_PersonAt", one.Name, others[one.Subject].Id)))];
    }
}
