using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>A page about one endpoint, which it loads with its version.</summary>
internal abstract class EndpointPage : PartnerPage
{
    [BindProperty]
    public string? Version { get; set; }

    public PartnerEndpoint Endpoint { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await AskAsync<PartnerEndpoint>($"{Endpoints}/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Endpoint, Version) = (answer.Value, answer.ETag);
        return Shown();
    }
}
