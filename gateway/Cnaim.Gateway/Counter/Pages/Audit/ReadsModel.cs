using System.Globalization;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Audit;

/// <summary>S31, U3: looks at records of people with no ticket, case or referral behind them, of all services; who and when, never whose record. This look is written down as well.</summary>
internal sealed class ReadsModel(OfficeCodes offices) : CounterPage
{
    private const int Week = 7;
    private const int MostShown = 200;
    private static readonly int[] Lengths = [1, Week, 30];

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = Week;

    /// <summary>One service's alone; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    /// <summary>The newest first, each with the service whose record it was.</summary>
    public IReadOnlyList<(string Service, Access Read)> Reads { get; private set; } = [];

    public IReadOnlyList<string> Silent { get; private set; } = [];

    public bool IsIncomplete { get; private set; }

    public IReadOnlyList<Choice> Periods => [.. Lengths.Select(days => new Choice(days.ToString(CultureInfo.InvariantCulture), Words.Format("Audit_Days", days)))];

    public IReadOnlyList<Choice> Services => [new Choice("", Words["AuditReads_All"]), .. Keepers.Select(code => new Choice(code, Words.Office(code)))];

    private IEnumerable<string> Keepers => offices.All.Prepend("reception").Prepend("screening");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Staff.Role is not ("auditor" or "data-protection-officer"))
        {
            return NotFound();
        }

        Days = Lengths.Contains(Days) ? Days : Week;
        var asked = Keepers.Where(code => string.IsNullOrEmpty(Service) || string.Equals(code, Service, StringComparison.Ordinal));
        var answers = await Task.WhenAll(asked.Select(async code => (
            Code: code,
            Answer: await Calls.GetAsync<Accesses>(code, string.Create(CultureInfo.InvariantCulture, $"/v1/audit/unexplained-reads?days={Days}"), cancellationToken))));
        var all = answers.SelectMany(answer => (answer.Answer.Value?.Items ?? []).Select(read => (answer.Code, read))).OrderByDescending(row => row.read.At).ToList();
        Reads = [.. all.Take(MostShown)];
        Silent = [.. answers.Where(answer => !answer.Answer.IsGood).Select(answer => answer.Code)];
        IsIncomplete = all.Count > MostShown || answers.Any(answer => answer.Answer.Value?.Next is not null);
        return Page();
    }
}
