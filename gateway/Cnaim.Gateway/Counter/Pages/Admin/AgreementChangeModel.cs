using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.Partners;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: what was asked of an agreement, and its decision by somebody else.</summary>
internal sealed class AgreementChangeModel : AdminPage
{
    protected override string Name => AdminPages.Agreements;

    public PartnerAgreementChange Change { get; private set; } = null!;

    public bool IsOwn => string.Equals(Change.RequestedBy, Staff.Subject, StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid change, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<PartnerAgreementChangeList>("subscriptions", AgreementsModel.Path + "/changes", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        if (answer.Value.Items.FirstOrDefault(one => one.Id == change) is not { } found)
        {
            return NotFound();
        }

        Change = found;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid change, string what, CancellationToken cancellationToken)
    {
        if (!IsAllowed || what is not ("approve" or "reject"))
        {
            return NotFound();
        }

        var answer = await Calls.SendAsync<PartnerAgreementChange>(new ServiceRequest("subscriptions", HttpMethod.Post, $"{AgreementsModel.Path}/changes/{change}/{what}") { IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("admin-change-" + what);
            return LocalRedirect("/admin/agreements");
        }

        Errors.Add(answer.Problem, Words);
        return await OnGetAsync(change, cancellationToken);
    }

    public string Who(string? subject) => AdminNames.Who(Words, subject, Staff.Subject);
}
