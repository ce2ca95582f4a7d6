using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using Cnaim.OfficeKit.Storage;
using Dapper;
using Npgsql;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Reads and writes of <c>referral_received</c>; writes are collected and go out with the commit.</summary>
internal sealed class ReceivedReferralStore(OfficeTransaction transaction, NpgsqlDataSource dataSource)
{
    /// <summary>Locks a referral to the end of the transaction.</summary>
    /// <param name="referralId">The referral.</param>
    /// <param name="scope">Whose eyes it is read with.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ReceivedReferral?> LockAsync(Guid referralId, RecordScope scope, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<ReceivedReferral>(
            transaction.Command(ReceivedReferralSql.Lock, new { referralId, scope.Centre, scope.Subject, scope.SeesUnnamed }, cancellationToken));
    }

    /// <summary>Reads a referral inside the transaction.</summary>
    public async Task<ReceivedReferral?> FindAsync(Guid referralId, RecordScope scope, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<ReceivedReferral>(
            transaction.Command(ReceivedReferralSql.Find, new { referralId, scope.Centre, scope.Subject, scope.SeesUnnamed }, cancellationToken));
    }

    /// <summary>Reads a referral outside any transaction, before a call to another service.</summary>
    public async Task<ReceivedReferral?> PeekAsync(Guid referralId, RecordScope scope, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ReceivedReferral>(
            new CommandDefinition(ReceivedReferralSql.Find, new { referralId, scope.Centre, scope.Subject, scope.SeesUnnamed }, cancellationToken: cancellationToken));
    }

    /// <summary>Reads one page, the newest first where no order is asked for.</summary>
    public async Task<IReadOnlyList<ReceivedReferral>> ListAsync(RecordScope scope, ReferralFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var sql = filter.Sort is null ? ReceivedReferralSql.List : ReceivedReferralSql.Sorted;
        return [.. await connection.QueryAsync<ReceivedReferral>(new CommandDefinition(sql, filter.Parameters(scope), cancellationToken: cancellationToken))];
    }

    /// <summary>How many there are on all pages of a list.</summary>
    public async Task<int> CountAsync(RecordScope scope, ReferralFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(ReceivedReferralSql.Count, filter.Parameters(scope), cancellationToken: cancellationToken));
    }

    /// <summary>Locks the referral that a disclosure belongs to.</summary>
    public async Task<ReceivedReferral?> LockByDisclosureAsync(Guid disclosureId, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<ReceivedReferral>(
            transaction.Command(ReceivedReferralSql.LockByDisclosure, new { disclosureId }, cancellationToken));
    }

    /// <summary>Collects a new row.</summary>
    public void Add(ReceivedReferral referral) => transaction.Add(
        ReceivedReferralSql.Insert,
        [
            Parameter.Of("referralId", referral.ReferralId),
            Parameter.Of("centre", referral.Centre),
            Parameter.Of("caseId", referral.CaseId),
            Parameter.Of("personRef", referral.PersonRef),
            Parameter.Of("senderOffice", referral.SenderOffice),
            Parameter.Of("senderCentre", referral.SenderCentre),
            Parameter.Of("request", referral.Request),
            Parameter.Of("issues", referral.Issues),
            Parameter.Of("priority", referral.Priority),
            Parameter.Of("categories", referral.Categories),
            Parameter.Of("language", referral.Language),
            Parameter.Of("disclosureId", referral.DisclosureId),
            Parameter.Of("status", referral.Status),
            Parameter.Of("lastVerb", referral.LastVerb),
            Parameter.Of("statusReason", referral.StatusReason),
            Parameter.Of("outcome", referral.Outcome),
            Parameter.Of("results", referral.Results),
            Parameter.Of("escalation", referral.Escalation),
            Parameter.Of("basedOn", referral.BasedOn),
            Parameter.Of("partOf", referral.PartOf),
            Parameter.Of("withdrawnAt", referral.WithdrawnAt),
            Parameter.Of("requestedAt", referral.RequestedAt),
            Parameter.Of("acknowledgeBy", referral.AcknowledgeBy),
            Parameter.Of("resolveBy", referral.ResolveBy),
            Parameter.Of("createdAt", referral.CreatedAt),
            Parameter.Of("updatedAt", referral.UpdatedAt),
            Parameter.Of("version", referral.Version),
        ]);

    /// <summary>Collects the changed columns of a row that this transaction has locked.</summary>
    public void Save(ReceivedReferral referral) => transaction.Add(
        ReceivedReferralSql.Update,
        [
            Parameter.Of("referralId", referral.ReferralId),
            Parameter.Of("personRef", referral.PersonRef),
            Parameter.Of("issues", referral.Issues),
            Parameter.Of("categories", referral.Categories),
            Parameter.Of("language", referral.Language),
            Parameter.Of("status", referral.Status),
            Parameter.Of("lastVerb", referral.LastVerb),
            Parameter.Of("statusReason", referral.StatusReason),
            Parameter.Of("outcome", referral.Outcome),
            Parameter.Of("results", referral.Results),
            Parameter.Of("escalation", referral.Escalation),
            Parameter.Of("remindedAt", referral.RemindedAt),
            Parameter.Of("withdrawnAt", referral.WithdrawnAt),
            Parameter.Of("updatedAt", referral.UpdatedAt),
            Parameter.Of("version", referral.Version),
        ]);
}
