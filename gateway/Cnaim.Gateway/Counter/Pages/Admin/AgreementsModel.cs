using Cnaim.Gateway.Counter.Pages.Partners;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: what each partner may be told, and what was asked of it.</summary>
internal sealed class AgreementsModel : AdminPage
{
    public const string Path = "/v1/agreements";

    protected override string Name => AdminPages.Agreements;

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PartnerAgreementList Agreements { get; private set; } = new([], null);

    public IReadOnlyList<PartnerAgreementChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var (agreements, changes) = (
            Calls.GetAsync<PartnerAgreementList>("subscriptions", Path + QueryString.Create([KeyValuePair.Create<string, string?>("after", After)]), cancellationToken),
            Calls.GetAsync<ChangeList<PartnerAgreementChange>>("subscriptions", Path + "/changes", cancellationToken));
        await Task.WhenAll(agreements, changes);
        if (((await agreements).Problem ?? (await changes).Problem) is { } problem)
        {
            return Missing(problem);
        }

        (Agreements, Changes) = ((await agreements).Value!, (await changes).Value!.Items);
        return Page();
    }
}
