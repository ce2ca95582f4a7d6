using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: partners' queues at the broker. They are opened by partners and taken away by their agreement.</summary>
internal sealed class QueuesModel : AdminPage
{
    protected override string Name => AdminPages.Queues;

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PartnerQueueList Queues { get; private set; } = new([], null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<PartnerQueueList>("subscriptions", "/v1/queues" + QueryString.Create([KeyValuePair.Create("after", After)]), cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Queues = answer.Value;
        return Page();
    }

    /// <summary>A number that the broker says, or that it said nothing.</summary>
    public string Said(long? count) => count?.ToString(System.Globalization.CultureInfo.CurrentCulture) ?? Words["Admin_QueueSilent"];
}
