using Cnaim.Contracts;
using Cnaim.Contracts.Commands;
using Cnaim.Messaging.Outbox;
using Cnaim.Messaging.Topology;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;

namespace Cnaim.Messaging.Reconcile;

/// <summary>Tells each source how far this service is in its streams, so that streams without newer messages are repaired too.</summary>
internal sealed class Reconciler(WriteSessionFactory sessions, MessageWriter messages, MessagingService service, TopologyManifest manifest)
{
    private const int PageSize = 500;
    private const string ReconcileCommand = "reconcile-streams";

    /// <summary>Every service that may have sent something here.</summary>
    public IReadOnlyList<string> Sources =>
        [.. manifest.Services.Select(source => source.Code).Where(source => !string.Equals(source, service.Code, StringComparison.Ordinal) && manifest.MaySend(service.Code, ReconcileCommand, source))];

    /// <summary>Reports to one source.</summary>
    /// <param name="source">Its code.</param>
    /// <param name="actor">Who asked for it; null for the daily report, which is sent only when it is due.</param>
    /// <param name="cancellationToken">The service stops.</param>
    /// <returns>Whether a report was sent.</returns>
    public async Task<bool> ReportAsync(string source, Actor? actor, CancellationToken cancellationToken)
    {
        await using var session = sessions.Create();
        await session.BeginAsync(cancellationToken);
        if (actor is null && !await session.Connection!.ExecuteScalarAsync<bool>(new CommandDefinition(ReconcileSql.IsDue, new { source }, cancellationToken: cancellationToken)))
        {
            return false;
        }

        var report = Guid.CreateVersion7();
        session.Add(new AuditEntry { Action = "streams.reported", RecordKind = "streams", RecordId = source, Actor = actor });
        foreach (var audience in AudiencesOf(source))
        {
            await AddPagesAsync(session, report, source, audience, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        return true;
    }

    private IEnumerable<string> AudiencesOf(string source) =>
        manifest.Find(service.Code)!.Reads.Count > 0 && manifest.Find(source)!.Publishes.Count > 0 ? [service.Code, Audience.All] : [service.Code];

    // The last page has no end, so that it covers streams of which nothing ever came; the first one has no beginning.
    private async Task AddPagesAsync(WriteSession session, Guid report, string source, string audience, CancellationToken cancellationToken)
    {
        for (Guid? after = null, through = null; ; after = through)
        {
            var parameters = new { source, audience, consumer = service.Code, after, limit = PageSize };
            StreamPosition[] streams = [.. await session.Connection!.QueryAsync<StreamPosition>(new CommandDefinition(ReconcileSql.ReadPage, parameters, cancellationToken: cancellationToken))];
            through = streams.Length < PageSize ? null : streams[^1].StreamId;
            session.Add(messages.Create(report, Audience.Service(source), new ReconcileStreams { Audience = audience, After = after, Through = through, Streams = streams }));
            if (through is null)
            {
                return;
            }
        }
    }
}
