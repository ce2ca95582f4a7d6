using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: removes an endpoint; asked on a page of its own.</summary>
internal sealed class EndpointRemoveModel : EndpointPage
{
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
