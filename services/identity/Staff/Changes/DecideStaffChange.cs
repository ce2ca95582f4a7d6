using System.Data.Common;
using System.Security.Cryptography;
using Cnaim.Identity.Audit;
using Cnaim.Identity.RightsFeed;
using Cnaim.Identity.SignIn;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Rights;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Cnaim.Identity.Staff.Changes;

/// <summary>The second pair of eyes: one transaction decides, changes, audits, and ends the sessions that the old rights had.</summary>
internal sealed class DecideStaffChange(NpgsqlDataSource database, ILookupNormalizer normalizer, RightsPolicy rights, RightsChanges changes, AuditSignal audited, TimeProvider clock)
{
    private static readonly TimeSpan InvitationLife = TimeSpan.FromHours(72);

    public async Task<Decision<DecidedStaffChange>> RunAsync(Guid changeId, bool isApproved, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var change = await connection.QuerySingleOrDefaultAsync<StaffChange>(new CommandDefinition(StaffChangeSql.Lock, new { changeId }, transaction, cancellationToken: cancellationToken));
        if (change is null || !StaffChangeRules.IsWithin(rights, actor, Right.StaffApprove, change.Role, change.Office, change.Centre))
        {
            return StaffRefusals.NotFound;
        }

        if (StaffChangeRules.CheckDecision(change, actor) is { } refusal)
        {
            await transaction.AuditAsync(actor, "staff-change.refused", "staff-change", changeId.ToString(), new { refusal.Code }, cancellationToken);
            await transaction.CommitAsync(audited, cancellationToken);
            return refusal;
        }

        var (staffId, now) = (change.StaffId ?? Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow());
        var invitation = change.Kind is StaffChange.Create or StaffChange.Reset ? Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(24)) : null;
        if (isApproved && !await ApplyAsync(transaction, change, staffId, invitation, now, cancellationToken))
        {
            return StaffRefusals.Impossible;
        }

        var decision = isApproved ? "approved" : "rejected";
        await connection.ExecuteAsync(new CommandDefinition(
            StaffChangeSql.Decide, new { changeId, decision, decidedBy = actor.Subject, now, staffId = isApproved ? staffId : (Guid?)null }, transaction, cancellationToken: cancellationToken));
        await transaction.AuditAsync(actor, "staff-change." + decision, "staff-change", changeId.ToString(), StaffChangeStore.Describe(change), cancellationToken);
        if (isApproved)
        {
            await connection.ExecuteAsync(new CommandDefinition(StaffChangeSql.Bump, new { staffId }, transaction, cancellationToken: cancellationToken));
            await RightsChanges.AddAsync(transaction, StaffAccount.SubjectOf(staffId), cancellationToken);
        }

        await transaction.CommitAsync(audited, cancellationToken);
        changes.Signal();
        return new DecidedStaffChange(changeId, decision, isApproved ? staffId : null, isApproved ? invitation : null);
    }

    private async Task<bool> ApplyAsync(DbTransaction transaction, StaffChange change, Guid staffId, string? invitation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Task<int> Run(string sql, object parameters) => transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));
        object Assigned() => new { assignmentId = Guid.CreateVersion7(now), staffId, change.Role, change.Office, change.Centre, change.ClientId };
        return change.Kind switch
        {
            StaffChange.Create => await Run(StaffSql.Insert, Invited(change.Account!, staffId, invitation!, now)) == 1 && await Run(AssignmentSql.Add, Assigned()) == 1,
            StaffChange.Assign => await Run(AssignmentSql.Add, Assigned()) == 1,
            StaffChange.EndAssignment => await Run(AssignmentSql.End, new { change.AssignmentId, staffId, now }) == 1,
            StaffChange.Disable => await Run(StaffChangeSql.Disable, new { staffId, now }) == 1,
            StaffChange.Enable => await Run(StaffChangeSql.Enable, new { staffId }) == 1,
            StaffChange.Reset => await Run(
                StaffChangeSql.Reset,
                new { staffId, stamp = Guid.NewGuid().ToString("N"), digest = SignInStaff.Digest(invitation!), invitationEndsAt = now + InvitationLife }) == 1,
            _ => false,
        };
    }

    private StaffAccount Invited(string account, Guid staffId, string invitation, DateTimeOffset now) => new()
    {
        StaffId = staffId,
        Account = account,
        NormalizedAccount = normalizer.NormalizeName(account)!,
        InvitationHash = SignInStaff.Digest(invitation),
        InvitationEndsAt = now + InvitationLife,
    };
}

/// <summary>What was decided; the invitation of a new or reset account is shown once, to who approved it.</summary>
internal sealed record DecidedStaffChange(Guid ChangeId, string Decision, Guid? StaffId, string? Invitation);
