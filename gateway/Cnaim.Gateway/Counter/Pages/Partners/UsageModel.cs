using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: what was sent, what waits, and the limits.</summary>
internal sealed class UsageModel : PartnerPage
{
    public PartnerUsage Usage { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync<PartnerUsage>("/v1/usage", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Usage = answer.Value;
        return Page();
    }
}
