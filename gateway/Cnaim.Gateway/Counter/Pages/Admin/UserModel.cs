namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: one change of an account. The invitation of a new one is on the answer alone: it is kept nowhere.</summary>
internal sealed class UserModel() : DecisionPage<StaffChange>("identity", UsersModel.Path, "/admin/users")
{
    protected override string Name => AdminPages.Users;

    public string? Invitation { get; private set; }

    protected override bool Shows(DecidedChange decided) => (Invitation = decided.Invitation) is not null;
}
