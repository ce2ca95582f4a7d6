using Cnaim.Messaging.Outbox;
using MassTransit;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Messaging.Inbox;

/// <summary>Remembers what lies in <c>_error</c> and <c>_skipped</c>, so that its stream waits for the operator instead of asking for it again and again.</summary>
internal sealed partial class FailedMessages(NpgsqlDataSource database, MessagingService service, MessagingMetrics metrics, ILogger<FailedMessages> logger)
{
    public async Task RememberAsync(ReceiveContext context, string queue, string reason)
    {
        metrics.Failed(queue);
        var message = InboundMessage.Read(InboundMessage.Texts(context.GetPayload<RabbitMqBasicConsumeContext>().Properties.Headers));
        Log.Moved(logger, message?.EventType, message?.MessageId, queue, reason);
        if (message is null)
        {
            return;
        }

        try
        {
            await using var connection = await database.OpenConnectionAsync(context.CancellationToken);
            await using var batch = connection.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand(InboxSql.InsertFailed)
                .With(message.MessageId)
                .With(service.Code)
                .With(message.Stream.Source)
                .With(message.Stream.StreamId)
                .With(message.Stream.Audience)
                .With(message.Version)
                .With(queue)
                .With(message.EventType)
                .With(reason));
            await batch.ExecuteNonQueryAsync(context.CancellationToken);
        }
        catch (NpgsqlException exception)
        {
            // The message is safe in its queue; at worst it is asked for once more.
            Log.NotRemembered(logger, message.MessageId, exception.SqlState);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Moved {EventType} {MessageId} to {Queue}: {Reason}")]
        public static partial void Moved(ILogger logger, string? eventType, Guid? messageId, string queue, string reason);

        [LoggerMessage(2, LogLevel.Warning, "Could not note that {MessageId} failed ({SqlState})")]
        public static partial void NotRemembered(ILogger logger, Guid messageId, string? sqlState);
    }
}
