using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Identity.SignIn;

/// <summary>What signing in refuses. An unknown account, a wrong password, a locked and a disabled account are one answer.</summary>
internal static class SignInRefusals
{
    public static readonly Refusal Refused = new("sign-in-refused", 401, "The account, the password or the code is not right, or the account is locked.")
    {
        Fix = "After ten wrong attempts an account is locked for fifteen minutes. Who has lost password and second factor asks a coordinator for a reset.",
    };

    public static readonly Refusal TooOften = new("sign-in-too-often", 429, "Too many attempts for this account or from this address; wait a minute.");

    public static readonly Refusal PasswordWeak = new("password-weak", 422, "The password does not meet the rules; 'errors' names what is missing.")
    {
        Fix = "Use at least 12 characters, at least 6 of them different, and not the account's name.",
    };

    public static readonly Refusal NoAssignment = new("no-assignment", 403, "The account has no such assignment.");
}
