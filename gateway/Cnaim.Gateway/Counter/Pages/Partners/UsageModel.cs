using Cnaim.ServiceDefaults.Http;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: what was sent, what waits, and the limits. What is left of the requests is the edge's to say: whatever a client asks of any service is counted here first.</summary>
internal sealed class UsageModel(ClientLimits limits) : PartnerPage
{
    public PartnerUsage Usage { get; private set; } = null!;

    public int RequestsPerSecond => Math.Min(limits.PerSecond, Usage.RequestsPerSecond);

    public int RequestsLeft => Math.Min(limits.LeftOf(Staff.PartnerClient), RequestsPerSecond);

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
