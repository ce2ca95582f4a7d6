using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: changes of accounts and rights that were asked for.</summary>
internal sealed class UsersModel : AdminPage
{
    public const string Path = "/v1/staff/changes";

    protected override string Name => AdminPages.Users;

    public IReadOnlyList<StaffChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<ChangeList<StaffChange>>("identity", Path, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Changes = answer.Value.Items;
        return Page();
    }
}
