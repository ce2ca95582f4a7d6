using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>What a partner writes of an endpoint.</summary>
internal abstract class EndpointForm : PartnerPage
{
    private const int UsualRate = 10;

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public IReadOnlyList<string> EventTypes { get; set; } = [];

    [BindProperty]
    public int RatePerSecond { get; set; } = UsualRate;

    /// <summary>The types of the agreement: no others would come.</summary>
    public IReadOnlyList<Choice> Types { get; private set; } = [];

    protected object Body => new
    {
        url = Address?.Trim() ?? "",
        description = string.IsNullOrWhiteSpace(Description) ? null : Description.Trim(),
        eventTypes = EventTypes.Count == 0 ? null : EventTypes,
        ratePerSecond = RatePerSecond,
    };

    /// <summary>What is wrong when there is nothing to choose from; null when all is well.</summary>
    protected async Task<ServiceProblem?> ReadTypesAsync(CancellationToken cancellationToken)
    {
        var agreement = await AskAsync<PartnerAgreement>("/v1/agreement", cancellationToken);
        Types = EventNames.Choices(Words, agreement.Value?.Terms.EventTypes ?? []);
        return agreement.Problem;
    }

    protected async Task<IActionResult> AgainAsync(ServiceProblem problem, CancellationToken cancellationToken)
    {
        await ReadTypesAsync(cancellationToken);
        if (problem.Code is "endpoint-address-refused")
        {
            Errors.Add("address", Words["Problem_endpoint-address-refused"]);
            return Again();
        }

        return Again(problem);
    }
}
