using Microsoft.Extensions.Options;

namespace Cnaim.Identity.Staff;

/// <summary>In production there are no demo accounts, and no invitation that could be guessed.</summary>
internal sealed class SeedStaffCheck(IdentityMode mode) : IValidateOptions<SeedStaffOptions>
{
    private const int ShortestInvitation = 32;
    private const int FewestCharacters = 10;

    public ValidateOptionsResult Validate(string? name, SeedStaffOptions options)
    {
        if (mode.IsSandbox)
        {
            return ValidateOptionsResult.Success;
        }

        if (options.DemoPassword is not null || options.DemoTotpKey is not null)
        {
            return ValidateOptionsResult.Fail("Remove Seed__DemoPassword and Seed__DemoTotpKey: demo accounts exist only with CNAIM_MODE=sandbox.");
        }

        var weak = options.Administrators.Where(one => one.Value.Length < ShortestInvitation || one.Value.Distinct().Count() < FewestCharacters)
            .Select(one => "Seed__Administrators__" + one.Key).ToList();
        return weak.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail($"Set random invitations of at least {ShortestInvitation} characters: {string.Join(", ", weak)}.");
    }
}
