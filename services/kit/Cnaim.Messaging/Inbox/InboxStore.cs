using Cnaim.Messaging.Outbox;
using Npgsql;

namespace Cnaim.Messaging.Inbox;

/// <summary>The inbox's two round trips.</summary>
internal sealed class InboxStore(MessagingService service, InboxPartitions partitions)
{
    /// <summary>BEGIN, the inbox rows, the streams' locks and their gap rows.</summary>
    public async Task<InboxState> BeginAsync(WriteSession session, List<InboundMessage> fresh, List<StreamKey> streams, CancellationToken cancellationToken, Guid? beingUnparked = null)
    {
        await using var batch = await session.CreateBeginningAsync(cancellationToken);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(InboxSql.InsertInbox)
            .With(fresh.Select(message => message.EventDay).ToArray())
            .With(fresh.Select(message => message.MessageId).ToArray())
            .With(service.Code)
            .With(beingUnparked ?? Guid.Empty));
        batch.BatchCommands.Add(WithStreams(InboxSql.InsertStreams, streams));
        batch.BatchCommands.Add(WithStreams(InboxSql.LockStreams, streams));
        batch.BatchCommands.Add(WithStreams(InboxSql.ReadGaps, streams));
        await using var reader = await ExecuteAsync(batch, cancellationToken);
        var state = new InboxState();
        while (await reader.ReadAsync(cancellationToken))
        {
            state.New.Add(reader.GetGuid(0));
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            state.Streams[KeyOf(reader)] = new StreamProgress(reader.GetInt64(3));
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            state.Streams[KeyOf(reader)].Gaps.Enqueue(new GapRow(reader.GetInt64(3), reader.GetGuid(4), reader.GetString(5), reader.GetFieldValue<byte[]>(6)));
        }

        return state;
    }

    public NpgsqlBatchCommand Park(InboundMessage message, string reason, StoredEnvelope envelope) => new NpgsqlBatchCommand(InboxSql.Park)
        .With(message.MessageId)
        .With(service.Code)
        .With(message.Stream.Source)
        .With(message.Stream.StreamId)
        .With(message.Stream.Audience)
        .With(message.Version)
        .With(reason)
        .With(message.EventType)
        .With(envelope.ToBytes());

    public NpgsqlBatchCommand Unpark(params Guid[] messageIds) => new NpgsqlBatchCommand(InboxSql.Unpark).With(service.Code).With(messageIds);

    public NpgsqlBatchCommand Unfail(params Guid[] messageIds) => new NpgsqlBatchCommand(InboxSql.Unfail).With(service.Code).With(messageIds);

    public NpgsqlBatchCommand Advance(List<KeyValuePair<StreamKey, StreamProgress>> moved) =>
        WithStreams(InboxSql.Advance, moved.ConvertAll(pair => pair.Key)).With(moved.Select(pair => pair.Value.LastVersion).ToArray());

    // Without a partition for its day a row cannot be stored: this transaction fails, and the next try makes one.
    private async Task<NpgsqlDataReader> ExecuteAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await batch.ExecuteReaderAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.CheckViolation)
        {
            partitions.Forget();
            throw;
        }
    }

    private NpgsqlBatchCommand WithStreams(string sql, List<StreamKey> streams) => new NpgsqlBatchCommand(sql)
        .With(streams.Select(stream => stream.Source).ToArray())
        .With(streams.Select(stream => stream.StreamId).ToArray())
        .With(streams.Select(stream => stream.Audience).ToArray())
        .With(service.Code);

    private static StreamKey KeyOf(NpgsqlDataReader reader) => new(reader.GetString(0), reader.GetGuid(1), reader.GetString(2));
}
