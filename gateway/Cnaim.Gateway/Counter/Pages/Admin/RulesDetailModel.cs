using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32, N4: what a version changes of the one before, and the second person's approval.</summary>
internal sealed class RulesDetailModel : AdminPage
{
    protected override string Name => AdminPages.Rules;

    public RulesVersion Version { get; private set; } = null!;

    /// <summary>Null where they could not be read.</summary>
    public RulesDifferences? Differences { get; private set; }

    public bool IsOwn => string.Equals(Version.LoadedBy, Staff.Subject, StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(int version, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var path = "/v1/rules/versions/" + ServiceCalls.Id(version);
        var (found, differences) = (Calls.GetAsync<RulesVersion>("screening", path, cancellationToken), Calls.GetAsync<RulesDifferences>("screening", path + "/differences", cancellationToken));
        await Task.WhenAll(found, differences);
        if (await found is not { IsGood: true } answer)
        {
            return Missing((await found).Problem!);
        }

        (Version, Differences) = (answer.Value, (await differences).Value);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var call = new ServiceRequest("screening", HttpMethod.Post, $"/v1/rules/versions/{ServiceCalls.Id(version)}/approve") { IdempotencyKey = FormKey };
        var answer = await Calls.SendAsync<RulesVersion>(call, cancellationToken);
        if (answer.IsGood)
        {
            Tell("admin-approved");
            return LocalRedirect("/admin/rules/" + ServiceCalls.Id(version));
        }

        Errors.Add(answer.Problem, Words);
        return await OnGetAsync(version, cancellationToken);
    }

    public int Count(string change) => Differences?.Items.Count(item => string.Equals(item.Change, change, StringComparison.Ordinal)) ?? 0;

    public string Who(string? subject) => AdminNames.Who(Words, subject, Staff.Subject);
}
