using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>C4: pairs of records of this centre that wait for somebody to decide, the oldest first.</summary>
internal sealed class MergesModel : CounterPage
{
    public const string Path = "/v1/people/duplicates";

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>Null where screening did not answer.</summary>
    public WaitingPairs? Pairs { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<WaitingPairs>("screening", Path + (After is { } after ? "?after=" + ServiceCalls.Id(after) : ""), cancellationToken);
        if (answer.Problem is { IsMissing: true } missing)
        {
            return Missing(missing);
        }

        Pairs = answer.Value;
        return Page();
    }
}
