using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Account;

/// <summary>S01, second step: the six digits, or a recovery code in the same field.</summary>
internal sealed class CodeModel : CounterPage
{
    private const int Digits = 6;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public IActionResult OnGet() => SignInStep.TicketOf(HttpContext) is null ? RedirectToPage("SignIn", new { ReturnTo }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (SignInStep.TicketOf(HttpContext) is not { } ticket)
        {
            return RedirectToPage("SignIn", new { ReturnTo });
        }

        if (string.IsNullOrWhiteSpace(Code))
        {
            Errors.Add(nameof(Code), Words["Code_Missing"]);
            return Again();
        }

        var typed = Code.Replace(" ", "", StringComparison.Ordinal);
        var isCode = typed.Length == Digits && typed.All(char.IsAsciiDigit);
        var body = new { ticket, code = isCode ? typed : null, recoveryCode = isCode ? null : typed };
        var answer = await Calls.SendAsync<SignInStep>(new ServiceRequest("identity", HttpMethod.Post, "/v1/sign-in/code") { Body = body }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        SignInStep.Forget(HttpContext);
        return LocalRedirect(ReturnAddress.Of(ReturnTo));
    }
}
