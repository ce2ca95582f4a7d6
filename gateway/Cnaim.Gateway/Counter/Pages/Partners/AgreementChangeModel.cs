using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: a partner asks for other terms; what lets more out waits for an administrator.</summary>
internal sealed class AgreementChangeModel(OfficeCodes offices, CodeNames names, TimeProvider clock) : TermsForm(offices, names, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!RolePages.IsPartner(Staff.Role))
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<PartnerAgreement>("subscriptions", "/v1/agreement", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Show(answer.Value.Terms);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!RolePages.IsPartner(Staff.Role))
        {
            return NotFound();
        }

        if (Read() is not { } terms)
        {
            return Again();
        }

        var call = new ServiceRequest("subscriptions", HttpMethod.Post, "/v1/agreement/changes") { Body = new { terms, reason = Reason?.Trim() ?? "" }, IdempotencyKey = FormKey };
        var answer = await Calls.SendAsync<PartnerAgreementChange>(call, cancellationToken);
        if (!answer.IsGood)
        {
            return Explain(answer.Problem);
        }

        Tell(answer.Value.Decision is null ? "terms-asked" : "terms-narrowed");
        return LocalRedirect("/partners/agreement");
    }
}
