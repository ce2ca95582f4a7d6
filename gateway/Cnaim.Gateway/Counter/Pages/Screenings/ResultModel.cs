using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>S15: what the rules found, why, and which referrals they propose; the person may refuse any.</summary>
internal sealed class ResultModel : CounterPage
{
    public Assessment Assessment { get; private set; } = null!;

    public Interview Interview { get; private set; } = null!;

    public Person? Person { get; private set; }

    [BindProperty]
    public string[] Chosen { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var interview = Calls.GetAsync<Interview>("screening", $"/v1/interviews/{id}", cancellationToken);
        var assessment = Calls.SendAsync<Assessment>(new ServiceRequest("screening", HttpMethod.Post, $"/v1/interviews/{id}/assessment"), cancellationToken);
        if (((await interview).Problem ?? (await assessment).Problem) is { } problem)
        {
            return Missing(problem);
        }

        (Interview, Assessment) = ((await interview).Value!, (await assessment).Value!);
        Person = (await Calls.GetAsync<Person>("screening", $"/v1/people/{ServiceCalls.Id(Interview.PersonId)}", cancellationToken)).Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var shown = await OnGetAsync(id, cancellationToken);
        if (Interview is null)
        {
            return shown;
        }

        if (Chosen.Length == 0)
        {
            return LocalRedirect("/people/" + Interview.PersonId);
        }

        return LocalRedirect($"/people/{Interview.PersonId}/consents/new" + QueryString.Create([new("screening", id.ToString()), .. Chosen.Select(office => new KeyValuePair<string, string?>("office", office))]));
    }
}
