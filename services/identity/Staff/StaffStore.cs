using System.Security.Cryptography;
using System.Text;
using Cnaim.Identity.Keys;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Cnaim.Identity.Staff;

/// <summary>Accounts in PostgreSQL, as ASP.NET Core Identity asks for them. Keys of second factors are encrypted, recovery codes only digests.</summary>
internal sealed class StaffStore(NpgsqlDataSource database, KeyProtection protection)
    : IUserPasswordStore<StaffAccount>, IUserSecurityStampStore<StaffAccount>, IUserLockoutStore<StaffAccount>, IUserTwoFactorStore<StaffAccount>,
        IUserAuthenticatorKeyStore<StaffAccount>, IUserTwoFactorRecoveryCodeStore<StaffAccount>
{
    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.StaffId.ToString());

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account);

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken) => Set(() => user.Account = userName!);

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedAccount);

    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.NormalizedAccount = normalizedName!);

    public async Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken) =>
        await ExecuteAsync(StaffSql.Insert, user, cancellationToken) == 1 ? IdentityResult.Success : Failed("DuplicateUserName");

    public async Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(user);
        var newStamp = Guid.NewGuid().ToString("N");
        parameters.Add(nameof(newStamp), newStamp);
        if (await ExecuteAsync(StaffSql.Update, parameters, cancellationToken) != 1)
        {
            return Failed("ConcurrencyFailure");
        }

        user.ConcurrencyStamp = newStamp;
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are disabled and never deleted: the audit names them.");

    public async Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var staffId) ? await FindAsync(StaffSql.FindById, new { staffId }, cancellationToken) : null;

    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync(StaffSql.FindByAccount, new { account = normalizedUserName }, cancellationToken);

    public Task SetPasswordHashAsync(StaffAccount user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(StaffAccount user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(() => user.LockoutEnd = lockoutEnd?.ToUniversalTime());

    public Task<int> IncrementAccessFailedCountAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(++user.AccessFailedCount);

    public Task ResetAccessFailedCountAsync(StaffAccount user, CancellationToken cancellationToken) => Set(() => user.AccessFailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(StaffAccount user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetTwoFactorEnabledAsync(StaffAccount user, bool enabled, CancellationToken cancellationToken) => Set(() => user.TwoFactorEnabled = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetAuthenticatorKeyAsync(StaffAccount user, string key, CancellationToken cancellationToken) =>
        Set(() => user.ProtectedAuthenticatorKey = protection.Protect(Encoding.UTF8.GetBytes(key), user.Subject));

    public Task<string?> GetAuthenticatorKeyAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.ProtectedAuthenticatorKey is { } key ? Encoding.UTF8.GetString(protection.Unprotect(key, user.Subject)) : null);

    public Task ReplaceCodesAsync(StaffAccount user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Set(() => user.RecoveryCodeHashes = [.. recoveryCodes.Select(Digest)]);

    public async Task<bool> RedeemCodeAsync(StaffAccount user, string code, CancellationToken cancellationToken)
    {
        var left = user.RecoveryCodeHashes.Where(hash => !string.Equals(hash, Digest(code), StringComparison.Ordinal)).ToArray();
        if (left.Length == user.RecoveryCodeHashes.Length)
        {
            return false;
        }

        user.RecoveryCodeHashes = left;
        return (await UpdateAsync(user, cancellationToken)).Succeeded; // of two at the same time, one
    }

    public Task<int> CountCodesAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodeHashes.Length);

    /// <summary>Notes that a code of the second factor was accepted; false when it was before.</summary>
    public async Task<bool> TryUseCodeAsync(StaffAccount user, string code, DateTimeOffset now, CancellationToken cancellationToken) =>
        await ExecuteAsync(StaffSql.UseCode, new { user.StaffId, digest = SHA256.HashData(Encoding.UTF8.GetBytes(code)), now }, cancellationToken) == 1;

    public void Dispose()
    {
    }

    private static string Digest(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code });

    private async Task<StaffAccount?> FindAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<StaffAccount>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }
}
