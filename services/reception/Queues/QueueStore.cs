using Cnaim.Messaging;
using Cnaim.Reception.Waits;
using Dapper;

namespace Cnaim.Reception.Queues;

/// <summary>Queues inside a transaction. Lock order everywhere: queue, desk, ticket.</summary>
internal sealed class QueueStore(OfficeTransaction transaction)
{
    public async Task<List<Queue>> ListAsync(string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return (await transaction.Connection.QueryAsync<Queue>(transaction.Command(QueueSql.List, new { centre }, cancellationToken))).AsList();
    }

    /// <summary>A queue that nobody can close before the transaction ends.</summary>
    public Task<Queue?> ShareAsync(string centre, string code, CancellationToken cancellationToken) => FindAsync(QueueSql.Share, centre, code, cancellationToken);

    public Task<Queue?> LockAsync(string centre, string code, CancellationToken cancellationToken) => FindAsync(QueueSql.Lock, centre, code, cancellationToken);

    public Task SaveAsync(Queue queue, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(QueueSql.Close, queue, cancellationToken));

    /// <summary>What the estimate needs, for one queue or with null for all.</summary>
    public async Task<List<QueueLoad>> LoadsAsync(string centre, string? queue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return (await transaction.Connection.QueryAsync<QueueLoad>(transaction.Command(WaitSql.LoadAll, new { centre, queue, now }, cancellationToken))).AsList();
    }

    public async Task<List<WaitAccuracy>> AccuracyAsync(string centre, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return (await transaction.Connection.QueryAsync<WaitAccuracy>(transaction.Command(WaitSql.Accuracy, new { centre, since }, cancellationToken))).AsList();
    }

    private async Task<Queue?> FindAsync(string sql, string centre, string code, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<Queue>(transaction.Command(sql, new { centre, code }, cancellationToken));
    }
}
