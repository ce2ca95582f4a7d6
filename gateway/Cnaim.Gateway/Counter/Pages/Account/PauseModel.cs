using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Sessions;
using Cnaim.Gateway.Tokens;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Account;

/// <summary>S35: a neutral page while a desk is left for a moment; the password, without a code, opens it again.</summary>
internal sealed class PauseModel : CounterPage
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public string? Centre => PausedDesk.Of(Request);

    public IActionResult OnGet() => Centre is null ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken cancellationToken)
    {
        if (Actor.From(User) is not { } staff)
        {
            return RedirectToPage("SignIn", new { ReturnTo });
        }

        var answer = await Calls.SendAsync<object>(new ServiceRequest("identity", HttpMethod.Post, "/v1/session/pause"), cancellationToken);
        if (answer.Problem is not null)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        PausedDesk.Begin(Response, staff.Centre);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return RedirectToPage("Pause", new { ReturnTo });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Centre is null || SessionCookie.Read(Request) is not { } session)
        {
            return RedirectToPage("SignIn", new { ReturnTo });
        }

        if (string.IsNullOrEmpty(Password))
        {
            Errors.Add(nameof(Password), Words["SignIn_PasswordMissing"]);
            return Again();
        }

        var call = new ServiceRequest("identity", HttpMethod.Post, "/v1/sign-in/resume") { Body = new { session, password = Password }, IsAnonymous = true };
        var answer = await Calls.SendAsync<object>(call, cancellationToken);
        if (answer.Problem is { } problem)
        {
            return Again(problem);
        }

        PausedDesk.End(Response);
        return LocalRedirect(ReturnAddress.Of(ReturnTo));
    }
}
