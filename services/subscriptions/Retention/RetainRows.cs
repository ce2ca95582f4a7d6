using Cnaim.Messaging;
using Dapper;

namespace Cnaim.Subscriptions.Retention;

/// <summary>Rows that serve nothing once their time is over: they go as a whole, with what the audit says of them.</summary>
internal sealed class RetainRows(string category, string recordKind, string count, string erase, OfficeTransaction transaction, EraseMessages messages) : IRetainRecords
{
    public string Category => category;

    public async Task<RetentionCount> CountAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        new(await transaction.Connection.ExecuteScalarAsync<long>(transaction.Command(count, new { endedBefore }, cancellationToken)), KeptByLaw: 0);

    public async Task<int> EraseAsync(Guid runId, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
    {
        var ids = (await transaction.Connection.QueryAsync<string>(transaction.Command(erase, new { endedBefore, limit }, cancellationToken))).AsList();
        if (ids.Count > 0)
        {
            await messages.RunAsync(new ErasureScope { OrderId = runId, References = [], Streams = [], Records = [.. ids.Select(id => (recordKind, id))], IsDryRun = false }, cancellationToken);
        }

        return ids.Count;
    }
}
