using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: a partner's endpoints.</summary>
internal sealed class EndpointsModel : PartnerPage
{
    public IReadOnlyList<PartnerEndpoint> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync<PartnerEndpointList>(Endpoints, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Items = answer.Value.Items; // one page holds more than a client may have
        return Page();
    }
}
