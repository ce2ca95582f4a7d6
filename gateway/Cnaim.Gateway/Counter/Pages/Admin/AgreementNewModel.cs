using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.Partners;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: asks for a partner's agreement or for other terms of it.</summary>
internal sealed class AgreementNewModel(OfficeCodes offices, CodeNames names, TimeProvider clock) : TermsForm(offices, names, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Client { get; set; }

    private bool IsAllowed => AdminPages.Of(Staff.Role).Contains(AdminPages.Agreements, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var present = string.IsNullOrEmpty(Client) ? null : await FindAsync(Client, cancellationToken);
        Show(present?.Terms);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        if (Read() is not { } terms)
        {
            return Again();
        }

        var body = new { clientId = Client?.Trim() ?? "", terms, reason = Reason?.Trim() ?? "" };
        var answer = await Calls.SendAsync<PartnerAgreementChange>(new ServiceRequest("subscriptions", HttpMethod.Post, AgreementsModel.Path + "/changes") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            return Explain(answer.Problem);
        }

        Tell(answer.Value.Decision is null ? "admin-change-asked" : "terms-narrowed");
        return LocalRedirect("/admin/agreements");
    }

    // Clients with an agreement are few pages: 100 on each.
    private async Task<PartnerAgreement?> FindAsync(string client, CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await Calls.GetAsync<PartnerAgreementList>("subscriptions", AgreementsModel.Path + QueryString.Create([KeyValuePair.Create("after", after)]), cancellationToken);
            if (page.Value?.Items.FirstOrDefault(one => string.Equals(one.ClientId, client, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            after = page.Value?.Next;
        }
        while (after is not null);
        return null;
    }
}
