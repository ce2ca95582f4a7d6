namespace Cnaim.Identity.Staff;

/// <summary>An account of staff as ASP.NET Core Identity keeps it; mutable, because its managers change it in place.</summary>
internal sealed class StaffAccount
{
    public required Guid StaffId { get; init; }

    public required string Account { get; set; }

    public string NormalizedAccount { get; set; } = "";

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = Guid.NewGuid().ToString("N");

    public string ConcurrencyStamp { get; set; } = Guid.NewGuid().ToString("N");

    public bool TwoFactorEnabled { get; set; }

    /// <summary>The TOTP key, encrypted with the service's protection key.</summary>
    public byte[]? ProtectedAuthenticatorKey { get; set; }

    /// <summary>SHA-256 of the codes that are left.</summary>
    public string[] RecoveryCodeHashes { get; set; } = [];

    public int AccessFailedCount { get; set; }

    public DateTimeOffset? LockoutEnd { get; set; }

    public byte[]? InvitationHash { get; set; }

    public DateTimeOffset? InvitationEndsAt { get; set; }

    public long RightsVersion { get; set; } = 1;

    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The <c>sub</c> of this person's tokens.</summary>
    public string Subject => SubjectOf(StaffId);

    public static string SubjectOf(Guid staffId) => "staff:" + staffId.ToString("N");
}
