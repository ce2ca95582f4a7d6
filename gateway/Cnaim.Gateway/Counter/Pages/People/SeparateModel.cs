using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S11: takes a merge back, on a page of its own. It needs one person, since it shows less to everybody.</summary>
internal sealed class SeparateModel : CounterPage
{
    public Person Person { get; private set; } = null!;

    public MergedPerson Other { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string personId, string otherId, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<PersonProcess>("screening", $"/v1/people/{ServiceCalls.Id(personId)}/process", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        if (answer.Value.MergedWith.FirstOrDefault(merged => string.Equals(merged.Id, otherId, StringComparison.Ordinal)) is not { } other)
        {
            return NotFound();
        }

        (Person, Other) = (answer.Value.Person, other);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string personId, string otherId, CancellationToken cancellationToken)
    {
        var path = $"/v1/people/{ServiceCalls.Id(personId)}/duplicates/{ServiceCalls.Id(otherId)}";
        var answer = await Calls.SendAsync<Resolved>(new ServiceRequest("screening", HttpMethod.Post, path) { Body = new { outcome = "marked-distinct" }, IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("match-separated");
            return LocalRedirect("/people/" + ServiceCalls.Id(personId));
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(personId, otherId, cancellationToken);
    }
}
