using Cnaim.Identity.Staff;
using Microsoft.AspNetCore.Identity;

namespace Cnaim.Identity.SignIn;

/// <summary>What ASP.NET Core Identity's own rules leave open: the account's name is no password.</summary>
internal sealed class PasswordRules : IPasswordValidator<StaffAccount>
{
    private const int Longest = 256;

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password) => Task.FromResult(
        password is null || password.Length > Longest || password.Contains(user.Account, StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordIsAccount" })
            : IdentityResult.Success);
}
