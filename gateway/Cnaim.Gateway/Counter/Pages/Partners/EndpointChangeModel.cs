using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: writes an endpoint anew; another address is challenged again.</summary>
internal sealed class EndpointChangeModel : EndpointForm
{
    [BindProperty]
    public string? Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await AskAsync<PartnerEndpoint>($"{Endpoints}/{id}", cancellationToken);
        if (!answer.IsGood || await ReadTypesAsync(cancellationToken) is not null)
        {
            return Missing(answer.Problem ?? ServiceProblem.Silent);
        }

        (Address, Description, EventTypes, RatePerSecond, Version) = (answer.Value.Url, answer.Value.Description, answer.Value.EventTypes ?? [], answer.Value.RatePerSecond, answer.ETag);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<PartnerEndpoint>(new ServiceRequest(Service, HttpMethod.Put, $"{Endpoints}/{id}") { Body = Body, IfMatch = Version }, cancellationToken);
        if (!answer.IsGood)
        {
            return answer.Problem.IsMissing ? NotFound() : await AgainAsync(answer.Problem, cancellationToken);
        }

        Tell("endpoint-change");
        return LocalRedirect($"/partners/endpoints/{id}");
    }
}
