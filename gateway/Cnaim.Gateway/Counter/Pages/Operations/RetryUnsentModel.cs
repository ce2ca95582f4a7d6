using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Operations;

/// <summary>S30: sends again what a service could not send; asked on a page of its own.</summary>
internal sealed class RetryUnsentModel : CounterPage
{
    public string Service { get; private set; } = "";

    public IReadOnlyList<UnsentMessage> Unsent { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string service, CancellationToken cancellationToken)
    {
        if (Staff.Role is not "administrator" || await OverviewModel.AskAsync(Calls, service, cancellationToken) is not { } messages)
        {
            return NotFound();
        }

        if (messages.Unsent is not { } unsent)
        {
            return Missing(ServiceProblem.Silent);
        }

        (Service, Unsent) = (service, unsent);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string service, CancellationToken cancellationToken)
    {
        var shown = await OnGetAsync(service, cancellationToken);
        if (Service.Length == 0)
        {
            return shown;
        }

        var answer = await Calls.SendAsync<object>(new ServiceRequest(service, HttpMethod.Post, "/operator/outbox/retry") { Body = new { id = (long?)null, stream = (Guid?)null, all = true } }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Tell("retry");
        return LocalRedirect("/operations");
    }
}
