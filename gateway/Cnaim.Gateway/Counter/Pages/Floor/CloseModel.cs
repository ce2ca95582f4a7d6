using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Floor;

/// <summary>S08: closes a queue with a notice for the board; what happens to who waits is said first, so that nobody is lost.</summary>
internal sealed class CloseModel : CounterPage
{
    public static readonly string[] Outcomes = ["serve-to-end", "transfer", "appointment-later"];

    [BindProperty]
    public string? NoticePt { get; set; }

    [BindProperty]
    public string? NoticeEn { get; set; }

    [BindProperty]
    public string Waiting { get; set; } = Outcomes[0];

    [BindProperty]
    public string? ToQueue { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public WatchedQueue Queue { get; private set; } = null!;

    public IReadOnlyList<WatchedQueue> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string queue, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<FloorState>("reception", "/v1/floor", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        var queues = answer.Value.Queues.Select(one => one.Queue).ToList();
        if (queues.Find(one => string.Equals(one.Id, queue, StringComparison.Ordinal)) is not { } found)
        {
            return NotFound();
        }

        Version ??= found.Version;
        (Queue, Others) = (found, [.. queues.Where(one => one != found && one.IsOpen)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string queue, CancellationToken cancellationToken)
    {
        var shown = await OnGetAsync(queue, cancellationToken);
        if (Queue is null)
        {
            return shown;
        }

        if (Waiting is "transfer" && string.IsNullOrEmpty(ToQueue))
        {
            Errors.Add(nameof(ToQueue), Words["Floor_ToQueueMissing"]);
            return Again();
        }

        var body = new
        {
            state = "closed",
            noticePt = Given(NoticePt),
            noticeEn = Given(NoticeEn),
            waiting = Queue.Waiting > 0 ? Waiting : null,
            toQueue = Queue.Waiting > 0 && Waiting is "transfer" ? ToQueue : null,
        };
        var answer = await Calls.SendAsync<object>(new ServiceRequest("reception", HttpMethod.Patch, "/v1/queues/" + ServiceCalls.Id(queue)) { Body = body, IfMatch = $"\"{Version}\"" }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("queue-close");
        return LocalRedirect("/floor");
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
