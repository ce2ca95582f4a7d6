using Cnaim.Messaging.Contracts;
using Cnaim.Messaging.Outbox;
using Cnaim.Messaging.Reconcile;
using Cnaim.Messaging.Relay;
using Cnaim.Messaging.Topology;
using Npgsql;

namespace Cnaim.Messaging;

/// <summary>
/// Brings a restored sender past every version that its receivers have, before it opens; otherwise it would give out versions a second time, which receivers
/// park as <c>fork</c>. The service must not run: the relay's lock is held meanwhile.
/// </summary>
public sealed class OutboxFastForward : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _service;
    private readonly TopologyManifest _manifest = TopologyManifest.Load();
    private readonly MessageCatalog _catalog = new([]);

    private OutboxFastForward(NpgsqlConnection connection, string service) => (_connection, _service) = (connection, service);

    /// <summary>Every service that may have received something from this one.</summary>
    /// <param name="service">The restored service's code.</param>
    public static IReadOnlyList<string> ReceiversOf(string service)
    {
        var manifest = TopologyManifest.Load();
        var sender = manifest.Find(service) ?? throw new ArgumentException($"The topology manifest does not name '{service}'.", nameof(service));
        return [.. manifest.Services.Where(receiver => !string.Equals(receiver.Code, service, StringComparison.Ordinal) && receiver.Kind is not "connector"
            && (sender.Sends.Values.Any(kinds => kinds.Contains(receiver.Kind)) || (receiver.Reads.Count > 0 && sender.Publishes.Count > 0))).Select(receiver => receiver.Code)];
    }

    /// <summary>Opens the restored database for this alone.</summary>
    /// <param name="service">The restored service's code.</param>
    /// <param name="connectionString">Its own database.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">The service runs.</exception>
    public static async Task<OutboxFastForward> OpenAsync(string service, string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(RelaySql.TryLock, connection);
            return await command.ExecuteScalarAsync(cancellationToken) is true
                ? new OutboxFastForward(connection, service)
                : throw new InvalidOperationException($"'{service}' is running: it must not give out versions before this has ended.");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Raises what this service has given out to what a receiver has.</summary>
    /// <param name="streams">From the receiver's report.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many streams were behind.</returns>
    public async Task<int> RaiseAsync(IReadOnlyList<ReportedStream> streams, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return await ExecuteAsync(Keyed(FastForwardSql.Raise, streams, stream => stream.Kept.Append(stream.LastVersion).Max()), cancellationToken);
    }

    /// <summary>Makes events without effect of the versions that neither this service nor the receiver has; for after every receiver's report was raised to.</summary>
    /// <param name="streams">From the receiver's report.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many.</returns>
    public async Task<int> FillAsync(IReadOnlyList<ReportedStream> streams, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var kept = streams.SelectMany(stream => stream.Kept.Select(version => (stream.StreamId, stream.Audience, Version: version))).ToList();
        string[] audiences = [.. streams.Select(stream => stream.Audience).Distinct(StringComparer.Ordinal)];
        return await ExecuteAsync(
            Keyed(FastForwardSql.Fill, streams, stream => stream.LastVersion)
                .With(kept.Select(row => row.StreamId).ToArray())
                .With(kept.Select(row => row.Audience).ToArray())
                .With(kept.Select(row => row.Version).ToArray())
                .With(audiences)
                .With(Array.ConvertAll(audiences, TypeFor))
                .With(StreamVoid.EventType)
                .With(_service),
            cancellationToken);
    }

    /// <summary>Gives the database free for the service.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    // What was lost is unknown; routing and rights of an event without effect are those of something that this service may send there.
    private string TypeFor(string audience) => _catalog.Types.First(type => type.Command is { } command
        ? _manifest.MaySend(_service, command, audience)
        : audience is Audience.All && _manifest.MayPublish(_service, type.EventType)).EventType;

    private static NpgsqlBatchCommand Keyed(string sql, IReadOnlyList<ReportedStream> streams, Func<ReportedStream, long> version) => new NpgsqlBatchCommand(sql)
        .With(streams.Select(stream => stream.StreamId).ToArray())
        .With(streams.Select(stream => stream.Audience).ToArray())
        .With(streams.Select(version).ToArray());

    private async Task<int> ExecuteAsync(NpgsqlBatchCommand command, CancellationToken cancellationToken)
    {
        await using var batch = _connection.CreateBatch();
        batch.BatchCommands.Add(command);
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
