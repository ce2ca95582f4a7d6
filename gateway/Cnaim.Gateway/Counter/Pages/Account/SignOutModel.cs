using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Tokens;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Account;

/// <summary>Ends the session here and at identity.</summary>
internal sealed class SignOutModel : CounterPage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Calls.SendAsync<object>(new ServiceRequest("identity", HttpMethod.Delete, "/v1/session"), cancellationToken);
        SessionCookie.End(Response);
        return RedirectToPage("SignIn");
    }
}
