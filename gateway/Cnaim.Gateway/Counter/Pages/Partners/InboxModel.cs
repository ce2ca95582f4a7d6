using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: the events of a partner without a system, from the first that nobody has read; all of 30 days on demand.</summary>
internal sealed class InboxModel : PartnerPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PartnerInbox Inbox { get; private set; } = null!;

    public PartnerFeed Feed { get; private set; } = new([], "", More: false);

    public string? Next => Feed.More || Feed.Items.Count == PageSize ? QueryString.Create([KeyValuePair.Create<string, string?>("all", All ? "true" : null), KeyValuePair.Create<string, string?>("after", Feed.Next)]).ToString() : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var inbox = await AskAsync<PartnerInbox>("/v1/inbox", cancellationToken);
        if (!inbox.IsGood)
        {
            return Missing(inbox.Problem);
        }

        Inbox = inbox.Value;
        var from = string.IsNullOrEmpty(After) ? All ? null : Inbox.ReadUntil : After;
        var feed = await AskAsync<PartnerFeed>($"/v1/events?limit={PageSize}{(from is null ? "" : "&after=" + ServiceCalls.Id(from))}", cancellationToken);
        if (!feed.IsGood)
        {
            return Missing(feed.Problem);
        }

        Feed = feed.Value;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string until, CancellationToken cancellationToken) =>
        await FinishAsync(await DoAsync<object>("/v1/inbox/read", new { until = until ?? "" }, cancellationToken), "inbox-read", cancellationToken);

    public async Task<IActionResult> OnPostMailAsync(bool wanted, CancellationToken cancellationToken) =>
        await FinishAsync(await DoAsync<object>("/v1/inbox/mail", new { wanted }, cancellationToken), wanted ? "inbox-mail-on" : "inbox-mail-off", cancellationToken);

    private async Task<IActionResult> FinishAsync(ServiceAnswer<object> answer, string done, CancellationToken cancellationToken)
    {
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
            return await OnGetAsync(cancellationToken);
        }

        Tell(done);
        return LocalRedirect("/partners/inbox");
    }
}
