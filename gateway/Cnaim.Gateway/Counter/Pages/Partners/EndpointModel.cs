using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28, D4: one endpoint, how it fares, and what can be done with it now.</summary>
internal sealed class EndpointModel : EndpointPage
{
    // A receiver has 15 seconds for its answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<IActionResult> OnPostAsync(Guid id, string what, CancellationToken cancellationToken)
    {
        var problem = what switch
        {
            "pause" or "resume" => (await DoAsync<PartnerEndpoint>($"{Endpoints}/{id}/{what}", null, cancellationToken, Version)).Problem,
            "verify" or "test" => null,
            _ => new ServiceProblem { Status = StatusCodes.Status404NotFound },
        };
        if (problem is null && what is "verify" or "test")
        {
            return await TryAsync(id, what, cancellationToken);
        }

        return problem is null ? Back(id, what) : await ExplainAsync(id, problem, cancellationToken);
    }

    // What came back stands in the log, for later too.
    private async Task<IActionResult> TryAsync(Guid id, string what, CancellationToken cancellationToken)
    {
        var call = new ServiceRequest(Service, HttpMethod.Post, $"{Endpoints}/{id}/{what}") { IdempotencyKey = FormKey, Patience = Patience };
        var answer = await Calls.SendAsync<DeliveryAttempt>(call, cancellationToken);
        return answer.IsGood ? LocalRedirect($"/partners/endpoints/{id}/log/{answer.Value.Id}") : await ExplainAsync(id, answer.Problem, cancellationToken);
    }

    private LocalRedirectResult Back(Guid id, string what)
    {
        Tell("endpoint-" + what);
        return LocalRedirect($"/partners/endpoints/{id}");
    }

    private async Task<IActionResult> ExplainAsync(Guid id, ServiceProblem problem, CancellationToken cancellationToken)
    {
        if (problem.IsMissing)
        {
            return NotFound();
        }

        Errors.Add(problem, Words);
        return await OnGetAsync(id, cancellationToken);
    }
}
