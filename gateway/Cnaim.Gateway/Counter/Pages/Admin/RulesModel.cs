using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: the versions of the rules, the newest first.</summary>
internal sealed class RulesModel(TimeProvider clock) : AdminPage
{
    protected override string Name => AdminPages.Rules;

    public IReadOnlyList<RulesVersion> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<RulesVersionList>("screening", "/v1/rules/versions", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Versions = [.. answer.Value.Items.Reverse()];
        return Page();
    }

    /// <summary><c>draft</c>, <c>in-force</c>, <c>coming</c> or <c>past</c>.</summary>
    public string StateOf(RulesVersion version)
    {
        var today = Words.DayOf(clock.GetUtcNow());
        var inForce = Versions.Where(one => !one.IsDraft && one.ValidFrom <= today).MaxBy(one => (one.ValidFrom, int.Parse(one.Version, System.Globalization.CultureInfo.InvariantCulture)));
        return version.IsDraft ? "draft" : version == inForce ? "in-force" : version.ValidFrom > today ? "coming" : "past";
    }

    public string Who(string? subject) => AdminNames.Who(Words, subject, Staff.Subject);
}
