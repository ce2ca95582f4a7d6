using Cnaim.Gateway.Counter.Pages.Admin;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: what a partner may be told, and what was asked of it.</summary>
internal sealed class AgreementModel : PartnerPage
{
    public PartnerAgreement Agreement { get; private set; } = null!;

    public IReadOnlyList<PartnerAgreementChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (agreement, changes) = (AskAsync<PartnerAgreement>("/v1/agreement", cancellationToken), AskAsync<ChangeList<PartnerAgreementChange>>("/v1/agreement/changes", cancellationToken));
        await Task.WhenAll(agreement, changes);
        if ((await agreement).Problem is { } problem)
        {
            return Missing(problem);
        }

        (Agreement, Changes) = ((await agreement).Value!, (await changes).Value?.Items ?? []);
        return Page();
    }
}
