namespace Cnaim.Identity.Staff;

internal static class StaffSql
{
    private const string Columns = """
            staff_id,
            account,
            normalized_account,
            password_hash,
            security_stamp,
            concurrency_stamp,
            two_factor_enabled,
            protected_authenticator_key,
            recovery_code_hashes,
            access_failed_count,
            lockout_end,
            invitation_hash,
            invitation_ends_at,
            rights_version,
            disabled_at
        """;

    public const string FindById = $"""
        SELECT
        {Columns}
        FROM staff
        WHERE staff_id = @staffId
        """;

    public const string FindByAccount = $"""
        SELECT
        {Columns}
        FROM staff
        WHERE normalized_account = @account
        """;

    public const string Insert = """
        INSERT INTO staff (
            staff_id, account, normalized_account, password_hash, security_stamp, concurrency_stamp, two_factor_enabled,
            protected_authenticator_key, recovery_code_hashes, invitation_hash, invitation_ends_at)
        VALUES (
            @StaffId, @Account, @NormalizedAccount, @PasswordHash, @SecurityStamp, @ConcurrencyStamp, @TwoFactorEnabled,
            @ProtectedAuthenticatorKey, @RecoveryCodeHashes, @InvitationHash, @InvitationEndsAt)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>The rights version is not here: only an approved change moves it.</summary>
    public const string Update = """
        UPDATE staff SET
            password_hash = @PasswordHash,
            security_stamp = @SecurityStamp,
            concurrency_stamp = @newStamp,
            two_factor_enabled = @TwoFactorEnabled,
            protected_authenticator_key = @ProtectedAuthenticatorKey,
            recovery_code_hashes = @RecoveryCodeHashes,
            access_failed_count = @AccessFailedCount,
            lockout_end = @LockoutEnd,
            invitation_hash = @InvitationHash,
            invitation_ends_at = @InvitationEndsAt
        WHERE staff_id = @StaffId
            AND concurrency_stamp = @ConcurrencyStamp
        """;

    public const string UseCode = """
        WITH old AS (DELETE FROM used_code WHERE used_at < @now - interval '15 minutes')
        INSERT INTO used_code (staff_id, code_digest, used_at)
        VALUES (@staffId, @digest, @now)
        ON CONFLICT DO NOTHING
        """;
}
