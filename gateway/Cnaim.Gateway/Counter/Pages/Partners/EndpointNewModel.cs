using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28, D2: registers an endpoint. Its secret is on the answer alone: it is kept nowhere that a page could read.</summary>
internal sealed class EndpointNewModel : EndpointForm
{
    public PartnerEndpointSecret? Registered { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadTypesAsync(cancellationToken) is { } problem ? Missing(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await DoAsync<PartnerEndpointSecret>(Endpoints, Body, cancellationToken);
        if (!answer.IsGood)
        {
            return await AgainAsync(answer.Problem, cancellationToken);
        }

        Registered = answer.Value;
        return Page();
    }
}
