using Cnaim.Messaging;
using Dapper;

namespace Cnaim.Reception.Visits;

/// <summary>Whose visit it was is forgotten when its term is over; ticket and times stay for statistics.</summary>
internal sealed class RetainVisits(OfficeTransaction transaction) : IRetainRecords
{
    public string Category => "visits";

    public async Task<RetentionCount> CountAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        new(await transaction.Connection.ExecuteScalarAsync<long>(transaction.Command(VisitSql.Count, new { endedBefore }, cancellationToken)), KeptByLaw: 0);

    public Task<int> EraseAsync(Guid runId, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(VisitSql.Forget, new { endedBefore, limit }, cancellationToken));
}
