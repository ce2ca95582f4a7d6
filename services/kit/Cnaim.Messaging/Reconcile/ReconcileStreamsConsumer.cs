using System.Globalization;
using Cnaim.Contracts.Commands;
using Cnaim.Messaging.Topology;
using Dapper;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Reconcile;

/// <summary>Sends again what a receiver lacks, as its report says; nobody can ask for another's streams.</summary>
internal sealed partial class ReconcileStreamsConsumer(OfficeTransaction transaction, TopologyManifest manifest, ILogger<ReconcileStreamsConsumer> logger) : IConsumer<ReconcileStreams>
{
    public async Task Consume(ConsumeContext<ReconcileStreams> context)
    {
        var (asker, page) = (Audience.SenderOf(context).Code, context.Message);
        if (!string.Equals(page.Audience, asker, StringComparison.Ordinal) && (page.Audience is not Audience.All || manifest.Find(asker)?.Reads.Count is null or 0))
        {
            throw new InvalidOperationException("A report on streams of somebody else.");
        }

        var parameters = new
        {
            page.Audience,
            page.After,
            page.Through,
            streams = page.Streams.Select(stream => stream.StreamId).ToArray(),
            versions = page.Streams.Select(stream => stream.LastVersion).ToArray(),
        };
        await transaction.BeginAsync(context.CancellationToken);
        var missing = await transaction.Connection.ExecuteAsync(transaction.Command(ReconcileSql.EnqueueMissing, parameters, context.CancellationToken));
        var ahead = await transaction.Connection.ExecuteScalarAsync<int>(transaction.Command(ReconcileSql.CountAhead, parameters, context.CancellationToken));
        transaction.Audit(new AuditEntry
        {
            Action = "streams.compared",
            RecordKind = "streams",
            RecordId = asker,
            Detail = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["replayed"] = missing.ToString(CultureInfo.InvariantCulture),
                ["ahead"] = ahead.ToString(CultureInfo.InvariantCulture),
            },
        });
        Tell(asker, missing, ahead);
    }

    private void Tell(string asker, int missing, int ahead)
    {
        if (missing > 0)
        {
            transaction.WakeRelay();
            Log.Missing(logger, asker, missing);
        }

        if (ahead > 0)
        {
            Log.Ahead(logger, asker, ahead);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Asker} lacks {Count} messages; they leave again")]
        public static partial void Missing(ILogger logger, string asker, int count);

        [LoggerMessage(2, LogLevel.Critical, "{Asker} is ahead in {Count} streams: this database was restored. Stop the service and run ./cnaim outbox fast-forward")]
        public static partial void Ahead(ILogger logger, string asker, int count);
    }
}

/// <summary>On the service's queue like every consumer.</summary>
internal sealed class ReconcileStreamsConsumerDefinition : OfficeConsumerDefinition<ReconcileStreamsConsumer, ReconcileStreams>;
