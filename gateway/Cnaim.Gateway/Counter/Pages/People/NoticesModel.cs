using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S13: what the person is to be told, and was.</summary>
internal sealed class NoticesModel : CounterPage
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string personId, CancellationToken cancellationToken)
    {
        var id = ServiceCalls.Id(personId);
        var person = await Calls.GetAsync<Person>("screening", "/v1/people/" + id, cancellationToken);
        if (!person.IsGood)
        {
            return Missing(person.Problem);
        }

        var notices = await Calls.GetAsync<Notices>("screening", $"/v1/people/{id}/notices", cancellationToken);
        if (!notices.IsGood)
        {
            return Missing(notices.Problem);
        }

        (Person, Notices) = (person.Value, notices.Value.Items);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string personId, Guid notice, CancellationToken cancellationToken)
    {
        var path = $"/v1/people/{ServiceCalls.Id(personId)}/notices/{notice}/give";
        var answer = await Calls.SendAsync<Notices>(new ServiceRequest("screening", HttpMethod.Post, path) { IdempotencyKey = $"{FormKey}-{notice}" }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("notice-given");
            return LocalRedirect($"/people/{ServiceCalls.Id(personId)}/notices");
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(personId, cancellationToken);
    }
}
