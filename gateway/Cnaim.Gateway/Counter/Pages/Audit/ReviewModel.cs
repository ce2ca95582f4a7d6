using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Audit;

/// <summary>S31, U2: emergency accesses of a week: a centre's own for its coordinator; those that nobody found justified for the data-protection officer.</summary>
internal sealed class ReviewModel(TimeProvider clock) : CounterPage
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public IReadOnlyList<Emergency> Emergencies { get; private set; } = [];

    public bool IsOfficer => Staff.Role is "data-protection-officer";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Staff.Role is not ("data-protection-officer" or "coordinator"))
        {
            return NotFound();
        }

        var path = IsOfficer ? "/v1/data-protection/emergency-accesses" : "/v1/emergency-access";
        var answer = await Calls.GetAsync<Emergencies>("screening", path, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        var since = clock.GetUtcNow() - Week;
        Emergencies = [.. answer.Value.Items.Where(emergency => emergency.GrantedAt >= since).OrderByDescending(emergency => emergency.GrantedAt)];
        return Page();
    }
}
