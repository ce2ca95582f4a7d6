using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: what a partner has here, and what needs its developer now.</summary>
internal sealed class IndexModel : PartnerPage
{
    public static readonly string[] Pages = ["inbox", "endpoints", "failing", "credentials", "agreement", "usage"];

    /// <summary>Null where there is none, or where it could not be read.</summary>
    public PartnerAgreement? Agreement { get; private set; }

    public PartnerInbox? Inbox { get; private set; }

    public PartnerUsage? Usage { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (agreement, inbox, usage) = (AskAsync<PartnerAgreement>("/v1/agreement", cancellationToken), AskAsync<PartnerInbox>("/v1/inbox", cancellationToken), AskAsync<PartnerUsage>("/v1/usage", cancellationToken));
        await Task.WhenAll(agreement, inbox, usage);
        (Agreement, Inbox, Usage) = ((await agreement).Value, (await inbox).Value, (await usage).Value);
        return Page();
    }

    /// <summary>A number that says whether the page behind it needs somebody; null where there is none.</summary>
    public int? Count(string page) => page switch
    {
        "inbox" => Inbox?.Unread,
        "endpoints" => Usage?.Endpoints.Count,
        "failing" => Usage?.Endpoints.Count(FailingModel.IsFailing),
        _ => null,
    };
}
