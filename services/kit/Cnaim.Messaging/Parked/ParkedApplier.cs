using Cnaim.Messaging.Inbox;
using Cnaim.Messaging.Outbox;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Messaging.Parked;

/// <summary>Applies one parked message in its own transaction.</summary>
internal sealed partial class ParkedApplier(
    NpgsqlDataSource database, WriteSessionFactory sessions, InboxStore store, InboxPartitions partitions, InboxRules rules,
    StoredDispatcher dispatcher, MessagingService service, MessagingMetrics metrics, ILogger<ParkedApplier> logger)
{
    public async Task<IReadOnlyList<ParkedRow>> ReadDueAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ParkedRow>(new CommandDefinition(ParkedSql.Due, new { consumer = service.Code }, cancellationToken: cancellationToken))).AsList();
    }

    public async Task ApplyAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        await ExecuteAsync(ParkedSql.CountAttempt, row, cancellationToken);
        try
        {
            await TryAsync(row, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !Data.TransientDatabaseErrors.IsDatabaseAway(exception))
        {
            Log.Failed(logger, row.EventType, row.MessageId, row.Attempts + 1, exception.GetBaseException().GetType().Name);
        }
    }

    private async Task TryAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        var envelope = StoredEnvelope.FromBytes(row.Envelope);
        var message = InboundMessage.Read(envelope.Headers) ?? throw new UnreadableMessageException();
        var needsInbox = row.Reason is not ParkReason.Gap && !rules.IsOld(message.EventDay);
        await partitions.EnsureAsync(needsInbox ? [message.EventDay] : [], cancellationToken);
        await using var session = sessions.Create();
        // The row itself would make the message count as had.
        var state = await store.BeginAsync(session, needsInbox ? [message] : [], [row.Stream], cancellationToken, row.MessageId);
        var (progress, isNew) = (state.Streams[row.Stream], !needsInbox || state.New.Contains(row.MessageId));
        if (!isNew)
        {
            await InsideAsync(session, ParkedSql.Delete, row, cancellationToken);
        }
        else if (row.Version == progress.LastVersion + 1)
        {
            await dispatcher.DispatchAsync(envelope, session, cancellationToken);
            progress.MoveTo(row.Version);
            session.Add(store.Unpark(row.MessageId));
            session.Add(store.Advance([.. state.Streams]));
            session.AfterCommit(metrics.Applied);
        }
        else
        {
            var isBehind = row.Version <= progress.LastVersion;
            var sql = isBehind ? (row.Reason is ParkReason.Gap || rules.IsOld(message.EventDay) ? ParkedSql.Delete : ParkedSql.BecomeFork) : ParkedSql.BecomeGap;
            await InsideAsync(session, sql, row, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
    }

    private Task<int> InsideAsync(WriteSession session, string sql, ParkedRow row, CancellationToken cancellationToken) =>
        session.Connection!.ExecuteAsync(new CommandDefinition(sql, new { messageId = row.MessageId, consumer = service.Code }, cancellationToken: cancellationToken));

    private async Task ExecuteAsync(string sql, ParkedRow row, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, new { messageId = row.MessageId, consumer = service.Code }, cancellationToken: cancellationToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Parked {EventType} {MessageId} failed (attempt {Attempt}): {Reason}")]
        public static partial void Failed(ILogger logger, string eventType, Guid messageId, int attempt, string reason);
    }
}
