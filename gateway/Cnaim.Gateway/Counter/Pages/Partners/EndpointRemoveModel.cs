using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: removes an endpoint; asked on a page of its own.</summary>
internal sealed class EndpointRemoveModel : PartnerPage
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

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<object>(new ServiceRequest(Service, HttpMethod.Delete, $"{Endpoints}/{id}") { IfMatch = Version }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("endpoint-remove");
            return LocalRedirect("/partners/endpoints");
        }

        Errors.Add(answer.Problem, Words);
        return await OnGetAsync(id, cancellationToken);
    }
}
