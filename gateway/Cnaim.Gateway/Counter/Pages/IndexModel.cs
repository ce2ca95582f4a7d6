using Cnaim.Gateway.Counter.Pages.People;
using Cnaim.Gateway.Counter.Pages.Referrals;
using Cnaim.Gateway.Network;
using Cnaim.Gateway.Pages;
using Cnaim.Gateway.Routing;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Cnaim.Gateway.Counter.Pages;

/// <summary>S02: what needs me now. Without a session: what the network is and how it is.</summary>
internal sealed class IndexModel(NetworkProbe probe, IOptions<GatewayOptions> gateway) : CounterPage
{
    private static readonly (string Name, string Query) NeedsAnswer = ("NeedsAnswer", "direction=received&status=requested");
    private static readonly (string Name, string Query) InProgress = ("InProgress", "direction=received&status=accepted&status=in-progress&status=on-hold");
    private static readonly (string Name, string Query) Sent = ("Sent", "direction=sent&status=draft&status=requested&status=accepted&status=in-progress&status=on-hold");

    public IReadOnlyList<HomeBox> Boxes { get; private set; } = [];

    /// <summary>Whether this role decides about records of one person.</summary>
    public bool HasMerges { get; private set; }

    /// <summary>Pairs of records to decide about; null where screening did not answer.</summary>
    public WaitingPairs? Merges { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (User.Identity?.IsAuthenticated is not true)
        {
            return Content(StartPage.Render(await probe.GetAsync(cancellationToken), gateway.Value, PageWords.For(Request)), "text/html; charset=utf-8");
        }

        var merges = Staff.Role is "coordinator" ? Calls.GetAsync<WaitingPairs>("screening", MergesModel.Path, cancellationToken) : null;
        Boxes = await Task.WhenAll(BoxesOf(Staff).Select(box => BoxAsync(box.Name, box.Query, cancellationToken)));
        (HasMerges, Merges) = (merges is not null, merges is null ? null : (await merges).Value);
        return Page();
    }

    // A municipality sends, and waits for what comes back. A coordinator begins with what is late.
    private static IEnumerable<(string Name, string Query)> BoxesOf(Actor staff)
    {
        var overdue = ("Overdue", $"direction={(staff.Office is "reception" ? "sent" : "received")}&due=overdue");
        return staff.Role switch
        {
            _ when !RolePages.HasReferrals(staff.Role) => [],
            "municipal-officer" => [("Answered", "direction=sent&status=completed&status=rejected&status=failed"), Sent],
            "coordinator" => [overdue, NeedsAnswer, InProgress, Sent],
            _ => [NeedsAnswer, InProgress, Sent, overdue],
        };
    }

    private async Task<HomeBox> BoxAsync(string name, string query, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<ReferralList>(Staff.Office, "/v1/referrals?limit=5&sort=due&" + query.Replace("due=overdue", "overdue=true", StringComparison.Ordinal), cancellationToken);
        return new HomeBox(name, query, answer.Value);
    }
}

/// <summary>A count and what is due first; null where the service did not answer.</summary>
internal sealed record HomeBox(string Name, string Query, ReferralList? List);
