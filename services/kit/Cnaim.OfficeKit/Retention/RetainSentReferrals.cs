using Cnaim.Messaging;
using Cnaim.OfficeKit.Erasure;
using Cnaim.OfficeKit.Referrals;
using Dapper;

namespace Cnaim.OfficeKit.Retention;

/// <summary>Referrals of this office that have ended.</summary>
internal sealed class RetainSentReferrals(OfficeTransaction transaction, ForgetPerson forget) : IRetainRecords
{
    public string Category => "referrals-sent";

    public async Task<RetentionCount> CountAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        new(await transaction.Connection.ExecuteScalarAsync<long>(transaction.Command(RetentionSql.CountSent, new { endedBefore }, cancellationToken)), KeptByLaw: 0);

    public async Task<int> EraseAsync(Guid runId, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
    {
        var sent = (await transaction.Connection.QueryAsync<SentReferral>(transaction.Command(RetentionSql.Sent, new { endedBefore, limit }, cancellationToken))).AsList();
        if (sent.Count > 0)
        {
            await forget.EraseRecordsAsync(runId, new HeldRecords([], [], sent), cancellationToken);
        }

        return sent.Count;
    }
}
