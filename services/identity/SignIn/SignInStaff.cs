using System.Security.Cryptography;
using System.Text;
using Cnaim.Identity.Sessions;
using Cnaim.Identity.Staff;
using Microsoft.AspNetCore.Identity;

namespace Cnaim.Identity.SignIn;

/// <summary>The steps of a sign-in: password, second factor, session. Whatever is wrong ends in the same refusal, after the same work.</summary>
internal sealed class SignInStaff(
    UserManager<StaffAccount> staff, StaffStore store, AssignmentStore assignments, SessionStore sessions, SignInTickets tickets, IPasswordHasher<StaffAccount> hasher, TimeProvider clock)
{
    private static readonly StaffAccount Nobody = new() { StaffId = Guid.Empty, Account = "nobody" };
    private static readonly string NobodysHash = new PasswordHasher<StaffAccount>().HashPassword(Nobody, "nobody's password");

    public async Task<(SignInAnswer? Answer, string? Secret)> FirstAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        var account = await staff.FindByNameAsync(request.Account);
        if (account?.PasswordHash is null || account.DisabledAt is not null || await staff.IsLockedOutAsync(account))
        {
            hasher.VerifyHashedPassword(Nobody, NobodysHash, request.Password);
            return (null, null);
        }

        if (!await staff.CheckPasswordAsync(account, request.Password))
        {
            await staff.AccessFailedAsync(account);
            return (null, null);
        }

        var current = await assignments.CurrentAsync(account.StaffId, cancellationToken);
        if (current.Count == 0)
        {
            return (null, null);
        }

        if (request.Assignment is null && current.Count > 1)
        {
            return (new SignInAnswer { State = SignInAnswer.ChoiceNeeded, Assignments = [.. current.Select(one => new AssignmentChoice(one.AssignmentId, one.Role, one.Office, one.Centre))] }, null);
        }

        var chosen = request.Assignment is { } id ? current.FirstOrDefault(one => one.AssignmentId == id) : current[0];
        if (chosen is null)
        {
            return (null, null);
        }

        var state = account.TwoFactorEnabled ? SignInAnswer.CodeNeeded : SignInAnswer.EnrolmentNeeded;
        return (new SignInAnswer { State = state, Ticket = tickets.Issue(account.StaffId, account.SecurityStamp, chosen.AssignmentId) }, null);
    }

    /// <summary>A code of the authenticator or a recovery code; each is good once.</summary>
    public async Task<(SignInAnswer? Answer, string? Secret)> SecondAsync(SecondFactorRequest request, CancellationToken cancellationToken)
    {
        if (await OpenAsync(request.Ticket) is not ({ TwoFactorEnabled: true } account, { } ticket))
        {
            return (null, null);
        }

        var isRight = request is { Code: { } code }
            ? await IsCodeRightAsync(account, code, cancellationToken)
            : request.RecoveryCode is { } recovery && (await staff.RedeemTwoFactorRecoveryCodeAsync(account, recovery)).Succeeded;
        if (!isRight)
        {
            await staff.AccessFailedAsync(account);
            return (null, null);
        }

        return await ChosenAsync(account, ticket, null, cancellationToken);
    }

    /// <summary>Gives a new second factor to who has none yet.</summary>
    public async Task<Enrolment?> EnrolAsync(TicketRequest request)
    {
        if (await OpenAsync(request.Ticket) is not ({ TwoFactorEnabled: false } account, _))
        {
            return null;
        }

        // The stamp stays, so that the ticket does.
        if (await staff.GetAuthenticatorKeyAsync(account) is not { } key)
        {
            key = staff.GenerateNewAuthenticatorKey();
            await store.SetAuthenticatorKeyAsync(account, key, CancellationToken.None);
            await store.UpdateAsync(account, CancellationToken.None);
        }

        return new Enrolment(key, $"otpauth://totp/CNAIM:{Uri.EscapeDataString(account.Account)}?secret={key}&issuer=CNAIM&digits=6");
    }

    public async Task<(SignInAnswer? Answer, string? Secret)> ConfirmAsync(SecondFactorRequest request, CancellationToken cancellationToken)
    {
        if (await OpenAsync(request.Ticket) is not ({ TwoFactorEnabled: false, ProtectedAuthenticatorKey: not null } account, { } ticket)
            || request.Code is null || !await IsCodeRightAsync(account, request.Code, cancellationToken))
        {
            return (null, null);
        }

        await staff.SetTwoFactorEnabledAsync(account, true);
        var codes = await staff.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
        return await ChosenAsync(account, ticket, [.. codes ?? []], cancellationToken);
    }

    /// <summary>Opens a paused session again; a wrong password counts as one at the sign-in.</summary>
    public async Task<bool> ResumeAsync(ResumeRequest request, CancellationToken cancellationToken)
    {
        var session = await sessions.PausedAsync(request.Session, cancellationToken);
        if (session is null || await staff.FindByIdAsync(session.StaffId.ToString()) is not { } account || await staff.IsLockedOutAsync(account))
        {
            hasher.VerifyHashedPassword(Nobody, NobodysHash, request.Password);
            return false;
        }

        if (!await staff.CheckPasswordAsync(account, request.Password))
        {
            await staff.AccessFailedAsync(account);
            return false;
        }

        await sessions.ResumeAsync(session, cancellationToken);
        return true;
    }

    /// <summary>Sets the first password; null when the invitation is wrong, errors when the password is weak.</summary>
    public async Task<IReadOnlyList<string>?> AcceptAsync(InvitationRequest request)
    {
        var account = await staff.FindByNameAsync(request.Account);
        var isRight = CryptographicOperations.FixedTimeEquals(Digest(request.Invitation), account?.InvitationHash ?? new byte[SHA256.HashSizeInBytes]);
        if (account is null || !isRight || account.DisabledAt is not null || account.InvitationEndsAt is not { } end || end <= clock.GetUtcNow() || account.PasswordHash is not null)
        {
            return null;
        }

        (account.InvitationHash, account.InvitationEndsAt) = (null, null);
        var result = await staff.AddPasswordAsync(account, request.Password);
        return [.. result.Errors.Select(error => error.Code)];
    }

    public static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private async Task<(StaffAccount? Account, SignInTicket? Ticket)> OpenAsync(string text)
    {
        if (tickets.Read(text) is not { } ticket || await staff.FindByIdAsync(ticket.StaffId.ToString()) is not { } account)
        {
            return (null, null);
        }

        var isGood = string.Equals(account.SecurityStamp, ticket.Stamp, StringComparison.Ordinal) && account.DisabledAt is null && !await staff.IsLockedOutAsync(account);
        return isGood ? (account, ticket) : (null, null);
    }

    private async Task<bool> IsCodeRightAsync(StaffAccount account, string code, CancellationToken cancellationToken) =>
        code.Length == 6
        && await staff.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
        && await store.TryUseCodeAsync(account, code, clock.GetUtcNow(), cancellationToken);

    private async Task<(SignInAnswer? Answer, string? Secret)> ChosenAsync(
        StaffAccount account, SignInTicket ticket, IReadOnlyList<string>? recoveryCodes, CancellationToken cancellationToken)
    {
        var chosen = (await assignments.CurrentAsync(account.StaffId, cancellationToken)).FirstOrDefault(one => one.AssignmentId == ticket.Assignment);
        return chosen is null ? (null, null) : await BeginAsync(account, chosen, recoveryCodes, cancellationToken);
    }

    private async Task<(SignInAnswer? Answer, string? Secret)> BeginAsync(
        StaffAccount account, Assignment assignment, IReadOnlyList<string>? recoveryCodes, CancellationToken cancellationToken)
    {
        if (account.AccessFailedCount > 0)
        {
            await staff.ResetAccessFailedCountAsync(account);
        }

        var secret = await sessions.BeginAsync(account, assignment, cancellationToken);
        return secret is null ? (null, null) : (new SignInAnswer { State = SignInAnswer.SignedIn, RecoveryCodes = recoveryCodes }, secret);
    }
}
