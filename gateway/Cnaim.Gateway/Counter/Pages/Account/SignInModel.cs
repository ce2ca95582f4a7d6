using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Account;

/// <summary>S01: who works here. Any wrong name, password or code gets the same words.</summary>
internal sealed class SignInModel : CounterPage
{
    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public Guid? Assignment { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    public IReadOnlyList<AssignmentOffer> Assignments { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Account))
        {
            Errors.Add(nameof(Account), Words["SignIn_AccountMissing"]);
        }

        if (string.IsNullOrEmpty(Password))
        {
            Errors.Add(nameof(Password), Words["SignIn_PasswordMissing"]);
        }

        if (!Errors.IsEmpty)
        {
            return Again();
        }

        var body = new { account = Account!.Trim().ToLowerInvariant(), password = Password, assignment = Assignment };
        var answer = await Calls.SendAsync<SignInStep>(new ServiceRequest("identity", HttpMethod.Post, "/v1/sign-in") { Body = body }, cancellationToken);
        return answer.IsGood ? Next(answer.Value) : Again(answer.Problem);
    }

    private IActionResult Next(SignInStep step)
    {
        if (step.Ticket is { } ticket)
        {
            SignInStep.Keep(HttpContext, ticket);
        }

        switch (step.State)
        {
            case "signed-in":
                return LocalRedirect(ReturnAddress.Of(ReturnTo));
            case "choice-needed":
                Assignments = step.Assignments ?? [];
                return Page();
            default:
                return RedirectToPage(step.State is "enrolment-needed" ? "Enrol" : "Code", new { ReturnTo });
        }
    }
}
