using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28: removes a key at once; asked on a page of its own.</summary>
internal sealed class KeyRemoveModel : PartnerPage
{
    [BindProperty(SupportsGet = true)]
    public string? KeyId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<PartnerClient>(CredentialsModel.Identity, CredentialsModel.Path, cancellationToken);
        return !answer.IsGood ? Missing(answer.Problem) : answer.Value.Keys.Any(key => string.Equals(key.KeyId, KeyId, StringComparison.Ordinal)) ? Shown() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var call = new ServiceRequest(CredentialsModel.Identity, HttpMethod.Post, CredentialsModel.Path + "/keys/remove") { Body = new { keyId = KeyId ?? "" }, IdempotencyKey = FormKey };
        var answer = await Calls.SendAsync<object>(call, cancellationToken);
        if (answer.IsGood)
        {
            Tell("key-removed");
            return LocalRedirect("/partners/credentials");
        }

        return answer.Problem.IsMissing ? NotFound() : Missing(answer.Problem);
    }
}
