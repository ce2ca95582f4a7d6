using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S16: what a person agreed to, as far as this office recorded it or is named.</summary>
internal sealed class ConsentsModel : CounterPage
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<Consent> Consents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string personId, CancellationToken cancellationToken)
    {
        var id = ServiceCalls.Id(personId);
        var person = await Calls.GetAsync<Person>("screening", "/v1/people/" + id, cancellationToken);
        if (!person.IsGood)
        {
            return Missing(person.Problem);
        }

        var consents = await Calls.GetAsync<ConsentList>("screening", $"/v1/people/{id}/consents", cancellationToken);
        if (!consents.IsGood)
        {
            return Missing(consents.Problem);
        }

        (Person, Consents) = (person.Value, consents.Value.Items);
        return Page();
    }
}
