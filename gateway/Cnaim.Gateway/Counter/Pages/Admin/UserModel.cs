using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: one change, and its decision by somebody else. The invitation of a new account is on the answer alone: it is kept nowhere.</summary>
internal sealed class UserModel : AdminPage
{
    protected override string Name => AdminPages.Users;

    public StaffChange Change { get; private set; } = null!;

    public string? Invitation { get; private set; }

    public bool IsOwn => string.Equals(Change.RequestedBy, Staff.Subject, StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid change, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<StaffChangeList>("identity", UsersModel.Path, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        if (answer.Value.Items.FirstOrDefault(one => one.ChangeId == change) is not { } found)
        {
            return NotFound();
        }

        Change = found;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid change, string what, CancellationToken cancellationToken)
    {
        if (!IsAllowed || what is not ("approve" or "reject"))
        {
            return NotFound();
        }

        var answer = await Calls.SendAsync<DecidedChange>(new ServiceRequest("identity", HttpMethod.Post, $"{UsersModel.Path}/{change}/{what}") { IdempotencyKey = FormKey }, cancellationToken);
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
        }
        else if (answer.Value.Invitation is null)
        {
            Tell("admin-change-" + what);
            return LocalRedirect("/admin/users");
        }

        Invitation = answer.Value?.Invitation;
        return await OnGetAsync(change, cancellationToken);
    }

    public string Who(string? subject) => AdminNames.Who(Words, subject, Staff.Subject);
}
