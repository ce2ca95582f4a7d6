using Cnaim.Contracts.Commands;
using Cnaim.Messaging.Outbox;
using Cnaim.Messaging.Topology;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Parked;

/// <summary>Asks the source of a stream for what did not come. Each request has a stream of its own, so that it can never wait for itself.</summary>
internal sealed partial class GapAsker(
    WriteSessionFactory sessions, MessageWriter messages, MessagingService service, TopologyManifest manifest, MessagingOptions options, ILogger<GapAsker> logger)
{
    private const string ReplayCommand = "replay-stream";

    public async Task AskAsync(CancellationToken cancellationToken)
    {
        await using var session = sessions.Create();
        await session.BeginAsync(cancellationToken);
        var missing = await session.Connection!.QueryAsync<MissingStream>(new CommandDefinition(
            ParkedSql.Asking, new { consumer = service.Code, age = options.GapPatience.TotalSeconds }, cancellationToken: cancellationToken));
        foreach (var stream in missing)
        {
            Log.Missing(logger, stream.StreamId, stream.FromVersion, stream.Source);
            if (!manifest.MaySend(service.Code, ReplayCommand, stream.Source))
            {
                continue;
            }

            var command = new ReplayStream { StreamId = stream.StreamId, FromVersion = stream.FromVersion };
            session.Add(messages.Create(Guid.CreateVersion7(), Audience.Service(stream.Source), command));
            session.Add(new AuditEntry { Action = "stream.replay-asked", RecordKind = "stream", RecordId = stream.StreamId.ToString() });
        }

        await session.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Stream {StreamId} misses version {FromVersion}; asking {Source} for it")]
        public static partial void Missing(ILogger logger, Guid streamId, long fromVersion, string source);
    }
}
