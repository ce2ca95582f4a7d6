using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Emergencies;

/// <summary>S13: what this centre opened in an emergency: mine while it is open, and what waits for a second person.</summary>
internal sealed class OverviewModel(TimeProvider clock) : EmergencyPage(clock)
{
    public IReadOnlyList<EmergencyAccess> Accesses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        (Accesses, var problem) = await OfCentreAsync(cancellationToken);
        return problem is null ? Page() : Missing(problem);
    }
}
