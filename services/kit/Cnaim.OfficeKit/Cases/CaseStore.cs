using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using Cnaim.OfficeKit.Storage;
using Dapper;
using Npgsql;

namespace Cnaim.OfficeKit.Cases;

/// <summary>Reads and writes of <c>case_file</c>; writes are collected and go out with the commit.</summary>
internal sealed class CaseStore(OfficeTransaction transaction, NpgsqlDataSource dataSource)
{
    public Task<CaseFile?> LockAsync(Guid caseId, RecordScope scope, CancellationToken cancellationToken) =>
        ReadAsync(CaseSql.Lock, caseId, scope, cancellationToken);

    public Task<CaseFile?> FindAsync(Guid caseId, RecordScope scope, CancellationToken cancellationToken) =>
        ReadAsync(CaseSql.Find, caseId, scope, cancellationToken);

    public async Task<IReadOnlyList<CaseFile>> ListAsync(RecordScope scope, string[]? states, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<CaseFile>(
            new CommandDefinition(CaseSql.List, new { scope.Centre, scope.Subject, scope.SeesUnnamed, states, after, limit }, cancellationToken: cancellationToken))];
    }

    /// <summary>The legal basis on which the data of a referral's case is kept; null when it must be purged.</summary>
    public async Task<string?> KeepBasisAsync(Guid referralId, CancellationToken cancellationToken) =>
        await transaction.Connection.QuerySingleOrDefaultAsync<string?>(
            transaction.Command(CaseSql.KeepBasisOfReferral, new { referralId }, cancellationToken));

    public void Add(CaseFile file) => transaction.Add(
        CaseSql.Insert,
        [
            Parameter.Of("caseId", file.CaseId),
            Parameter.Of("centre", file.Centre),
            Parameter.Of("personRef", file.PersonRef),
            Parameter.Of("referralId", file.ReferralId),
            Parameter.Of("request", file.Request),
            Parameter.Of("openedBy", file.OpenedBy),
            Parameter.Of("openedAt", file.OpenedAt),
        ]);

    public void Save(CaseFile file) => transaction.Add(
        CaseSql.Update,
        [
            Parameter.Of("caseId", file.CaseId),
            Parameter.Of("state", file.State),
            Parameter.Of("closeReason", file.CloseReason),
            Parameter.Of("keepBasis", file.KeepBasis),
            Parameter.Of("closedAt", file.ClosedAt),
            Parameter.Of("version", file.Version),
        ]);

    public void CloseForReferral(Guid referralId, string reason, DateTimeOffset now) => transaction.Add(
        CaseSql.CloseForReferral,
        [
            Parameter.Of("referralId", referralId),
            Parameter.Of("closeReason", reason),
            Parameter.Of("closedAt", now),
        ]);

    public void PurgeForReferral(Guid referralId) => transaction.Add(CaseSql.PurgeForReferral, Parameter.Of("referralId", referralId));

    private async Task<CaseFile?> ReadAsync(string sql, Guid caseId, RecordScope scope, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<CaseFile>(transaction.Command(sql, new { caseId, scope.Centre, scope.Subject, scope.SeesUnnamed }, cancellationToken));
    }
}
