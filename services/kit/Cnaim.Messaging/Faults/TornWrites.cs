#if SABOTAGE
using Cnaim.Messaging.Outbox;
using Npgsql;

namespace Cnaim.Messaging.Faults;

/// <summary>Tears the outbox out of the transaction: <c>publish-before-commit</c> writes it before, <c>publish-outside-tx</c> after.</summary>
internal static class TornWrites
{
    public static async Task<List<NpgsqlBatchCommand>> TakeAsync(List<NpgsqlBatchCommand> writes, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var (isBefore, isAfter) = (Sabotage.IsOn("publish-before-commit"), Sabotage.IsOn("publish-outside-tx"));
        var messages = isBefore || isAfter ? writes.FindAll(write => write.CommandText is OutboxSql.Write) : [];
        writes.RemoveAll(messages.Contains);
        await SendAsync(isBefore ? messages : [], database, cancellationToken);
        return isBefore ? [] : messages;
    }

    public static async Task SendAsync(List<NpgsqlBatchCommand> writes, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (writes.Count > 0)
        {
            await using var batch = database.CreateBatch();
            writes.ForEach(batch.BatchCommands.Add);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
#endif
