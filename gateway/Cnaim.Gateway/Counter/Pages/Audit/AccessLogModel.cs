using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Audit;

/// <summary>S31, U1: who saw this record in a period, at screening and at the acting office. This look is written down as well.</summary>
internal sealed class AccessLogModel(TimeProvider clock) : CounterPage
{
    private const int Usual = 90;
    private static readonly int[] Periods = [7, 30, Usual, 365];

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = Usual;

    public Person? Person { get; private set; }

    public string PersonId { get; private set; } = "";

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Access> Looks { get; private set; } = [];

    public IReadOnlyList<HeldPermit> Permits { get; private set; } = [];

    /// <summary>Whether a service has more looks than one page of them, or did not answer.</summary>
    public bool IsIncomplete { get; private set; }

    public IReadOnlyList<Choice> Choices => [.. Periods.Select(days => new Choice(days.ToString(CultureInfo.InvariantCulture), Words.Format("Audit_Days", days)))];

    public async Task<IActionResult> OnGetAsync(string personId, CancellationToken cancellationToken)
    {
        var id = ServiceCalls.Id(personId);
        var screening = Calls.GetAsync<Accesses>("screening", $"/v1/people/{id}/access", cancellationToken);
        var office = Calls.GetAsync<Accesses>(Staff.Office, "/v1/audit/persons/" + id, cancellationToken);
        Accesses?[] known = [(await screening).Value, (await office).Value];
        if (known.All(pages => pages is null))
        {
            return Missing((await screening).Problem!);
        }

        var since = clock.GetUtcNow().AddDays(-Math.Clamp(Days, 1, 366));
        PersonId = personId;
        Person = (await Calls.GetAsync<Person>("screening", "/v1/people/" + id, cancellationToken)).Value;
        Looks = [.. known.OfType<Accesses>().SelectMany(pages => pages.Items).Where(look => look.At >= since).OrderByDescending(look => look.At)];
        Permits = (await screening).Value?.Permits ?? [];
        IsIncomplete = known.OfType<Accesses>().Any(pages => pages.Next is not null) || (await screening).Problem is { IsSilent: true } || (await office).Problem is { IsSilent: true };
        return Page();
    }
}
