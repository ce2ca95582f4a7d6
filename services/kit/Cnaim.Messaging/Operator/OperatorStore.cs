using Cnaim.Messaging.Inbox;
using Cnaim.Messaging.Outbox;
using Dapper;

namespace Cnaim.Messaging.Operator;

/// <summary>What an operator may do with stuck messages; each with its audit entry in one transaction.</summary>
internal sealed class OperatorStore(OfficeTransaction transaction, InboxStore inbox, ErrorQueueReader queues, OutboxSignal signal, ParkedSignal parked, MessagingService service)
{
    public async Task<int> ChangeOutboxAsync(string sql, OutboxSelection selection, AuditEntry audit, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var changed = await transaction.Connection.ExecuteAsync(transaction.Command(sql, selection, cancellationToken));
        transaction.Audit(audit);
        await transaction.CommitAsync(cancellationToken);
        signal.Set();
        return changed;
    }

    public async Task<ErrorEntry?> FindAsync(Guid messageId, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var key = new { messageId, consumer = service.Code };
        return await transaction.Connection.QuerySingleOrDefaultAsync<ErrorEntry>(transaction.Command(OperatorSql.FindFailed, key, cancellationToken))
            ?? await transaction.Connection.QuerySingleOrDefaultAsync<ErrorEntry>(transaction.Command(OperatorSql.FindParked, key, cancellationToken));
    }

    /// <summary>Through the parked runner, so that order and deduplication hold.</summary>
    public async Task<bool> RetryAsync(ErrorEntry entry, AuditEntry audit, CancellationToken cancellationToken)
    {
        var key = new { messageId = entry.MessageId, consumer = service.Code };
        transaction.Audit(audit);
        if (entry.Queue is "parked")
        {
            var changed = await transaction.Connection.ExecuteAsync(transaction.Command(OperatorSql.RetryParked, key, cancellationToken));
            if (changed == 0)
            {
                return false;
            }

            await transaction.CommitAsync(cancellationToken);
            await RemoveMovedAsync(entry, cancellationToken);
            parked.Set();
            return true;
        }

        return await queues.TakeAsync(
            $"{service.Code}_{entry.Queue}",
            entry.MessageId,
            async envelope =>
            {
                await transaction.Connection.ExecuteAsync(transaction.Command(OperatorSql.DeleteFailed, key, cancellationToken));
                transaction.Collect(inbox.Park(InboundMessage.Read(envelope.Headers)!, ParkReason.DeadLetter, envelope));
                await transaction.CommitAsync(cancellationToken);
                parked.Set();
            },
            cancellationToken);
    }

    /// <returns>False when earlier messages of the stream are missing.</returns>
    public async Task<bool> SkipAsync(ErrorEntry entry, AuditEntry audit, CancellationToken cancellationToken)
    {
        var stream = new { entry.Source, entry.StreamId, entry.Audience, entry.Version, consumer = service.Code };
        var last = await transaction.Connection.ExecuteScalarAsync<long>(transaction.Command(OperatorSql.LastVersion, stream, cancellationToken));
        if (entry.Reason is not (ParkReason.BadSender or ParkReason.Fork) && entry.Version > last)
        {
            if (entry.Version != last + 1)
            {
                return false;
            }

            await transaction.Connection.ExecuteAsync(transaction.Command(OperatorSql.SkipVersion, stream, cancellationToken));
        }

        transaction.Audit(audit);
        transaction.Collect(inbox.Unpark(entry.MessageId));
        transaction.Collect(inbox.Unfail(entry.MessageId));
        if (entry.Queue is "parked")
        {
            await transaction.CommitAsync(cancellationToken);
            await RemoveMovedAsync(entry, cancellationToken);
        }
        else if (!await queues.TakeAsync($"{service.Code}_{entry.Queue}", entry.MessageId, _ => transaction.CommitAsync(cancellationToken), cancellationToken))
        {
            await transaction.CommitAsync(cancellationToken);
        }

        parked.Set();
        return true;
    }

    // A message that was moved to the error queue by a process that died at once comes again, until it is parked: then the queue has copies of what is settled here.
    private Task RemoveMovedAsync(ErrorEntry entry, CancellationToken cancellationToken) => entry.Reason is ParkReason.Crash or ParkReason.DeadLetter
        ? queues.RemoveAsync(service.ErrorQueue, entry.MessageId, cancellationToken)
        : Task.CompletedTask;
}
