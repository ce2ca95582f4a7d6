using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Cases;

/// <summary>The office's cases at this centre, the newest first; those that are not closed, unless asked for.</summary>
internal sealed class ListModel : CounterPage
{
    public static readonly string[] States = ["open", "waiting-person", "waiting-third-party", "closed"];

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Null where the office did not answer.</summary>
    public CaseList? List { get; private set; }

    public bool IsFiltered => States.Contains(State, StringComparer.Ordinal);

    public IEnumerable<(string Text, string Without)> Chips => IsFiltered ? [(Words.Code("CaseState", State), "/cases")] : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!CasePage.Roles.Contains(Staff.Role, StringComparer.Ordinal))
        {
            return NotFound();
        }

        var query = new QueryBuilder { { "state", IsFiltered ? State! : string.Join(',', States[..^1]) }, { "limit", "25" } };
        if (!string.IsNullOrEmpty(After))
        {
            query.Add("after", After);
        }

        var answer = await Calls.GetAsync<CaseList>(Staff.Office, "/v1/cases" + query, cancellationToken);
        if (answer.Problem is { IsMissing: true } missing)
        {
            return Missing(missing);
        }

        List = answer.Value;
        return Page();
    }

    public string Address(string? after) => "/cases" + new QueryBuilder(new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = IsFiltered ? State : null, ["after"] = after }
        .Where(pair => pair.Value is not null).Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value!)));
}
