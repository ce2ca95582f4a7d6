using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using Cnaim.OfficeKit.Storage;
using Dapper;
using Npgsql;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Reads and writes of <c>referral_sent</c>; writes are collected and go out with the commit.</summary>
internal sealed class SentReferralStore(OfficeTransaction transaction, NpgsqlDataSource dataSource)
{
    /// <summary>Locks a referral to the end of the transaction.</summary>
    /// <param name="referralId">The referral.</param>
    /// <param name="scope">Whose eyes it is read with.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<SentReferral?> LockAsync(Guid referralId, RecordScope scope, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<SentReferral>(
            transaction.Command(SentReferralSql.Lock, new { referralId, scope.Centre, scope.Subject, scope.SeesUnnamed }, cancellationToken));
    }

    /// <summary>Reads a referral inside the transaction.</summary>
    public async Task<SentReferral?> FindAsync(Guid referralId, RecordScope scope, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<SentReferral>(
            transaction.Command(SentReferralSql.Find, new { referralId, scope.Centre, scope.Subject, scope.SeesUnnamed }, cancellationToken));
    }

    /// <summary>Reads a referral outside any transaction, before a call to another service.</summary>
    public async Task<SentReferral?> PeekAsync(Guid referralId, RecordScope scope, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<SentReferral>(
            new CommandDefinition(SentReferralSql.Find, new { referralId, scope.Centre, scope.Subject, scope.SeesUnnamed }, cancellationToken: cancellationToken));
    }

    /// <summary>Reads one page, the newest first where no order is asked for.</summary>
    public async Task<IReadOnlyList<SentReferral>> ListAsync(RecordScope scope, ReferralFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var sql = filter.Sort is null ? SentReferralSql.List : SentReferralSql.Sorted;
        return [.. await connection.QueryAsync<SentReferral>(new CommandDefinition(sql, filter.Parameters(scope), cancellationToken: cancellationToken))];
    }

    /// <summary>How many there are on all pages of a list.</summary>
    public async Task<int> CountAsync(RecordScope scope, ReferralFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(SentReferralSql.Count, filter.Parameters(scope), cancellationToken: cancellationToken));
    }

    /// <summary>Collects a new row.</summary>
    public void Add(SentReferral referral) => transaction.Add(
        SentReferralSql.Insert,
        [
            Parameter.Of("referralId", referral.ReferralId),
            Parameter.Of("centre", referral.Centre),
            Parameter.Of("personRef", referral.PersonRef),
            Parameter.Of("receiverOffice", referral.ReceiverOffice),
            Parameter.Of("receiverCentre", referral.ReceiverCentre),
            Parameter.Of("receiverAgent", referral.ReceiverAgent),
            Parameter.Of("openArea", referral.OpenArea),
            Parameter.Of("request", referral.Request),
            Parameter.Of("issues", referral.Issues),
            Parameter.Of("priority", referral.Priority),
            Parameter.Of("categories", referral.Categories),
            Parameter.Of("language", referral.Language),
            Parameter.Of("statutoryGround", referral.StatutoryGround),
            Parameter.Of("disclosureId", referral.DisclosureId),
            Parameter.Of("status", referral.Status),
            Parameter.Of("lastVerb", referral.LastVerb),
            Parameter.Of("statusReason", referral.StatusReason),
            Parameter.Of("outcome", referral.Outcome),
            Parameter.Of("results", referral.Results),
            Parameter.Of("heldBack", referral.HeldBack),
            Parameter.Of("cancellationRequested", referral.CancellationRequested),
            Parameter.Of("timedOut", referral.TimedOut),
            Parameter.Of("escalation", referral.Escalation),
            Parameter.Of("basedOn", referral.BasedOn),
            Parameter.Of("partOf", referral.PartOf),
            Parameter.Of("requestedAt", referral.RequestedAt),
            Parameter.Of("acknowledgeBy", referral.AcknowledgeBy),
            Parameter.Of("resolveBy", referral.ResolveBy),
            Parameter.Of("createdAt", referral.CreatedAt),
            Parameter.Of("updatedAt", referral.UpdatedAt),
            Parameter.Of("version", referral.Version),
        ]);

    /// <summary>Collects the changed columns of a row that this transaction has locked.</summary>
    public void Save(SentReferral referral) => transaction.Add(
        SentReferralSql.Update,
        [
            Parameter.Of("referralId", referral.ReferralId),
            Parameter.Of("receiverOffice", referral.ReceiverOffice),
            Parameter.Of("receiverCentre", referral.ReceiverCentre),
            Parameter.Of("categories", referral.Categories),
            Parameter.Of("issues", referral.Issues),
            Parameter.Of("language", referral.Language),
            Parameter.Of("disclosureId", referral.DisclosureId),
            Parameter.Of("status", referral.Status),
            Parameter.Of("lastVerb", referral.LastVerb),
            Parameter.Of("statusReason", referral.StatusReason),
            Parameter.Of("outcome", referral.Outcome),
            Parameter.Of("results", referral.Results),
            Parameter.Of("heldBack", referral.HeldBack),
            Parameter.Of("cancellationRequested", referral.CancellationRequested),
            Parameter.Of("timedOut", referral.TimedOut),
            Parameter.Of("escalation", referral.Escalation),
            Parameter.Of("remindedAt", referral.RemindedAt),
            Parameter.Of("requestedAt", referral.RequestedAt),
            Parameter.Of("acknowledgeBy", referral.AcknowledgeBy),
            Parameter.Of("resolveBy", referral.ResolveBy),
            Parameter.Of("updatedAt", referral.UpdatedAt),
            Parameter.Of("version", referral.Version),
        ]);
}
