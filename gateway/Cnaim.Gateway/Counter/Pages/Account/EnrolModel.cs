using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Account;

/// <summary>S01, for who has no second factor yet: the key for the authenticator, its first code, then the recovery codes, once.</summary>
internal sealed class EnrolModel : CounterPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public string Secret { get; private set; } = "";

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (SignInStep.TicketOf(HttpContext) is not { } ticket)
        {
            return RedirectToPage("SignIn", new { ReturnTo });
        }

        var code = Code?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        var answer = await Calls.SendAsync<SignInStep>(new ServiceRequest("identity", HttpMethod.Post, "/v1/sign-in/enrolment/confirm") { Body = new { ticket, code } }, cancellationToken);
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
            return await ShowAsync(cancellationToken);
        }

        SignInStep.Forget(HttpContext);
        RecoveryCodes = answer.Value.RecoveryCodes ?? [];
        return Page();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (SignInStep.TicketOf(HttpContext) is not { } ticket)
        {
            return RedirectToPage("SignIn", new { ReturnTo });
        }

        var answer = await Calls.SendAsync<NewFactor>(new ServiceRequest("identity", HttpMethod.Post, "/v1/sign-in/enrolment") { Body = new { ticket } }, cancellationToken);
        if (!answer.IsGood)
        {
            return RedirectToPage("SignIn", new { ReturnTo });
        }

        Secret = string.Join(' ', answer.Value.Key.Chunk(4).Select(part => new string(part)));
        return Page();
    }
}

/// <summary>The secret of the second factor, for the authenticator.</summary>
internal sealed record NewFactor(string Key, string Address);
