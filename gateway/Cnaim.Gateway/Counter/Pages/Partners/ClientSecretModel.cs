using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28, D1: a new secret of the client, shown once; in the sandbox only.</summary>
internal sealed class ClientSecretModel : PartnerPage
{
    public string? Secret { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<PartnerClient>(CredentialsModel.Identity, CredentialsModel.Path, cancellationToken);
        return !answer.IsGood ? Missing(answer.Problem) : answer.Value.MayHaveSecret ? Shown() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<PartnerSecret>(new ServiceRequest(CredentialsModel.Identity, HttpMethod.Post, CredentialsModel.Path + "/secret") { IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
        }

        Secret = answer.Value?.Secret;
        return Shown();
    }
}
