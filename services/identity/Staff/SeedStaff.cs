using Cnaim.Identity.Keys;
using Cnaim.Identity.SignIn;
using Cnaim.Identity.Tokens;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cnaim.Identity.Staff;

/// <summary>The accounts that a new installation begins with: invited administrators, and in the sandbox, when asked for, the demo accounts.</summary>
internal sealed class SeedStaff(IOptions<SeedStaffOptions> seed, IdentityMode mode, ReferenceCodes codes, NpgsqlDataSource database, KeyProtection protection, TimeProvider clock)
{
    private static readonly PasswordHasher<StaffAccount> Hasher = new();
    private const string Prefix = "demo-";
    private static readonly string[] Roles = ["mediator", "office-agent", "coordinator", "coordinator-2", "administrator", "administrator-2", "auditor", "data-protection-officer"];

    // An agent at each office as well, so that the sandbox can play both sides of a referral.
    private IEnumerable<DemoAccount> Accounts => Roles.Select(DemoAccount.OfRole).Append(DemoAccount.MunicipalOfficer).Append(DemoAccount.PartnerDeveloper).Concat(codes.Offices.Where(office => office is not "reception").Select(DemoAccount.OfOffice));

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (!mode.IsSandbox)
        {
            await connection.ExecuteAsync(new CommandDefinition(SeedStaffSql.DisableDemo, cancellationToken: cancellationToken));
        }

        foreach (var (account, invitation) in seed.Value.Administrators)
        {
            var staff = New(account);
            (staff.InvitationHash, staff.InvitationEndsAt) = (SignInStaff.Digest(invitation), clock.GetUtcNow().AddDays(7));
            await AddAsync(connection, staff, new DemoAccount(account, "administrator", "identity", ""), cancellationToken);
        }

        if (mode.IsSandbox && seed.Value.DemoPassword is { Length: > 0 } password)
        {
            var present = (await connection.QueryAsync<string>(new CommandDefinition(SeedStaffSql.Demo, cancellationToken: cancellationToken))).ToHashSet(StringComparer.Ordinal);
            var hash = Hasher.HashPassword(New(Prefix), password); // one for all: it is one password
            foreach (var account in Accounts.Where(account => !present.Contains(Prefix + account.Name)))
            {
                var staff = New(Prefix + account.Name, DemoAccount.IdOf(Prefix + account.Name));
                staff.PasswordHash = hash;
                staff.TwoFactorEnabled = seed.Value.DemoTotpKey is { Length: > 0 };
                staff.ProtectedAuthenticatorKey = seed.Value.DemoTotpKey is { Length: > 0 } key ? protection.Protect(System.Text.Encoding.UTF8.GetBytes(key), staff.Subject) : null;
                await AddAsync(connection, staff, account, cancellationToken);
            }
        }
    }

    private StaffAccount New(string account, Guid? id = null) => new() { StaffId = id ?? Guid.CreateVersion7(clock.GetUtcNow()), Account = account, NormalizedAccount = account.ToUpperInvariant() };

    private static async Task AddAsync(NpgsqlConnection connection, StaffAccount staff, DemoAccount account, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.ExecuteAsync(new CommandDefinition(StaffSql.Insert, staff, transaction, cancellationToken: cancellationToken)) == 1)
        {
            var assignment = new { assignmentId = Guid.CreateVersion7(), staff.StaffId, account.Role, account.Office, account.Centre, account.ClientId };
            if (await connection.ExecuteAsync(new CommandDefinition(AssignmentSql.Add, assignment, transaction, cancellationToken: cancellationToken)) == 1)
            {
                await transaction.CommitAsync(cancellationToken); // who works nowhere has no account
            }
        }
    }
}
