#if SABOTAGE
using Cnaim.Messaging.Outbox;
using Npgsql;

namespace Cnaim.Messaging.Faults;

/// <summary>
/// Tears the outbox out of the transaction: <c>publish-before-commit</c> writes it before, <c>publish-outside-tx</c> after. <c>audit-outside-tx</c> writes
/// audit entries after it.
/// </summary>
internal static class TornWrites
{
    private const string WriteMessageAudit = """
        INSERT INTO audit_entry (message_id, subject, office, centre, role, action, record_kind, record_id, purpose, detail)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private static readonly string WithoutAudit = OutboxSql.Write.Remove(OutboxSql.Write.IndexOf("a AS (", StringComparison.Ordinal), OutboxSql.Write.IndexOf("e AS (", StringComparison.Ordinal) - OutboxSql.Write.IndexOf("a AS (", StringComparison.Ordinal));

    public static async Task<List<NpgsqlBatchCommand>> TakeAsync(List<NpgsqlBatchCommand> writes, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (Sabotage.IsOn("audit-outside-tx"))
        {
            return TakeAudit(writes);
        }

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

    private static List<NpgsqlBatchCommand> TakeAudit(List<NpgsqlBatchCommand> writes)
    {
        var audits = writes.FindAll(write => write.CommandText is OutboxSql.WriteAudit);
        writes.RemoveAll(audits.Contains);
        foreach (var message in writes.FindAll(write => write.CommandText is OutboxSql.Write))
        {
            message.CommandText = WithoutAudit;
            audits.Add(AuditOf(message));
        }

        return audits;
    }

    // The same parameters, of which the entry needs the message's id and its own nine.
    private static NpgsqlBatchCommand AuditOf(NpgsqlBatchCommand message)
    {
        var audit = new NpgsqlBatchCommand(WriteMessageAudit);
        foreach (var parameter in message.Parameters.Skip(7).Prepend(message.Parameters[2]))
        {
            audit.Parameters.Add(parameter.Clone());
        }

        return audit;
    }
}
#endif
