using Cnaim.Messaging;
using Cnaim.OfficeKit.Erasure;
using Cnaim.OfficeKit.Referrals;
using Dapper;

namespace Cnaim.OfficeKit.Retention;

/// <summary>Closed cases with the referrals that opened them and what the office's own features hold of them. A case under a recorded law stays.</summary>
internal sealed class RetainCases(OfficeTransaction transaction, ForgetPerson forget) : IRetainRecords
{
    public string Category => "cases";

    public Task<RetentionCount> CountAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        transaction.Connection.QuerySingleAsync<RetentionCount>(transaction.Command(RetentionSql.CountCases, new { endedBefore }, cancellationToken));

    public async Task<int> EraseAsync(Guid runId, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
    {
        var cases = (await transaction.Connection.QueryAsync<HeldCase>(transaction.Command(RetentionSql.Cases, new { endedBefore, limit }, cancellationToken))).AsList();
        if (cases.Count > 0)
        {
            var ids = cases.Select(held => held.CaseId).ToArray();
            var received = await transaction.Connection.QueryAsync<ReceivedReferral>(transaction.Command(RetentionSql.ReceivedOfCases, new { cases = ids }, cancellationToken));
            await forget.EraseRecordsAsync(runId, new HeldRecords(cases, received.AsList(), []), cancellationToken);
        }

        return cases.Count;
    }
}
