using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S13: limits a record to who protects it, or lifts the limit, on a page of its own.</summary>
internal sealed class ProtectModel : CounterPage
{
    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string personId, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Person>("screening", "/v1/people/" + ServiceCalls.Id(personId), cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Person = answer.Value;
        return Page();
    }

    /// <summary>What is wished is sent, and not the contrary of what is stored: a second click does not lift what the first one limited.</summary>
    public async Task<IActionResult> OnPostAsync(string personId, string? wish, CancellationToken cancellationToken)
    {
        var isLifted = wish is "lift";
        var body = new { staff = isLifted ? (string[])[] : [Staff.Subject] };
        var answer = await Calls.SendAsync<Person>(
            new ServiceRequest("screening", HttpMethod.Post, $"/v1/people/{ServiceCalls.Id(personId)}/protect") { Body = body, IdempotencyKey = $"{FormKey}-{isLifted}" }, cancellationToken);
        if (answer.IsGood)
        {
            Tell(isLifted ? "person-unprotected" : "person-protected");
            return LocalRedirect("/people/" + ServiceCalls.Id(personId));
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(personId, cancellationToken);
    }
}
