using Cnaim.Data.Migrations;
using Cnaim.Messaging.Auditing;
using Cnaim.Messaging.Broker;
using Cnaim.Messaging.Idempotency;
using Cnaim.Messaging.Inbox;
using Dapper;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Messaging;

/// <summary>Looks at broker, queues and tables every 2 s by default, for health and metrics, and keeps partitions and old answers in order.</summary>
internal sealed partial class FlowMonitor(
    DatabaseStart start, NpgsqlDataSource database, BrokerProbe probe, IBusControl bus, InboxPartitions partitions, BusGuard guard,
    MessagingMetrics metrics, FlowState state, SealState seals, AuditSignal audited, MessagingService service, MessagingOptions options, TimeProvider clock, ILogger<FlowMonitor> logger) : BackgroundService
{
    private static readonly TimeSpan MaintenanceInterval = TimeSpan.FromHours(1);

    // What takes minutes to grow costs more to look at than all the rest, in 25 idle services at once.
    private const int LooksBetweenUpkeep = 15;
    private long _maintained;
    private long _upkeepSeen;
    private string? _seen;
    private string? _told;
    private string? _toldOfSeals;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.FlowLook, clock);
        do
        {
            var (consumers, errors) = await TryAsync(() => LookAtBrokerAsync(stoppingToken), stoppingToken);
            var isHealthy = bus.CheckHealth().Status == BusHealthStatus.Healthy;
            state.BrokerSeen(consumers, isHealthy);
            await guard.CheckAsync(isHealthy, stoppingToken);
            await TryAsync(() => LookAtTablesAsync(consumers ?? 0, errors, stoppingToken), stoppingToken);
            Tell(state.Problem());
            TellOfSeals(seals.Warning);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<(uint? Consumers, uint Errors)> LookAtBrokerAsync(CancellationToken cancellationToken)
    {
        var (consumers, errors) = await probe.LookAsync(cancellationToken);
        return (consumers, errors);
    }

    private async Task<bool> LookAtTablesAsync(uint consumers, uint errors, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (IsDue(_maintained, MaintenanceInterval))
        {
            await MaintainAsync(connection, cancellationToken);
            _maintained = clock.GetTimestamp();
        }

        var upkeep = metrics.Snapshot.Upkeep;
        if (IsDue(_upkeepSeen, options.FlowLook * LooksBetweenUpkeep))
        {
            upkeep = await connection.QuerySingleAsync<DatabaseUpkeep>(new CommandDefinition(FlowSql.Upkeep, cancellationToken: cancellationToken));
            _upkeepSeen = clock.GetTimestamp();
        }

        var (age, parkedOut, unsealed) = await connection.QuerySingleAsync<(double, long, double?)>(new CommandDefinition(FlowSql.Outbox, cancellationToken: cancellationToken));
        var parked = await connection.QueryAsync<(string Reason, long Count)>(new CommandDefinition(FlowSql.Parked, new { consumer = service.Code }, cancellationToken: cancellationToken));
        metrics.Snapshot = new FlowSnapshot
        {
            UnsealedFor = LookAtSeals(unsealed),
            OutboxAge = TimeSpan.FromSeconds(age),
            OutboxParked = parkedOut,
            Parked = parked.ToDictionary(row => row.Reason, row => row.Count, StringComparer.Ordinal),
            Errors = errors,
            Consumers = consumers,
            Upkeep = upkeep,
        };
        state.DatabaseSeen(
            await connection.ExecuteScalarAsync<bool>(new CommandDefinition(FlowSql.BeatIsFresh, cancellationToken: cancellationToken)), upkeep.ReplicationSlots > 0);
        return true;
    }

    // The sealer is told again of what another process wrote, and of what its lock kept it from.
    private TimeSpan LookAtSeals(double? unsealed)
    {
        seals.Saw(TimeSpan.FromSeconds(Math.Max(0, unsealed ?? 0)));
        if (unsealed is not null)
        {
            audited.Set();
        }

        return seals.UnsealedFor;
    }

    private bool IsDue(long last, TimeSpan interval) => last == 0 || clock.GetElapsedTime(last) > interval;

    private async Task MaintainAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await partitions.MaintainAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(IdempotencySql.DeleteExpired, cancellationToken: cancellationToken));
    }

    // What is seen twice in a row is no passing moment of a start.
    private void Tell(string? problem)
    {
        var isLasting = string.Equals(problem, _seen, StringComparison.Ordinal);
        _seen = problem;
        if (!isLasting || string.Equals(problem, _told, StringComparison.Ordinal))
        {
            return;
        }

        _told = problem;
        if (problem is null)
        {
            Log.FlowsAgain(logger);
        }
        else
        {
            Log.Broken(logger, problem);
        }
    }

    private void TellOfSeals(string? warning)
    {
        if (!string.Equals(warning, _toldOfSeals, StringComparison.Ordinal))
        {
            _toldOfSeals = warning;
            if (warning is null)
            {
                Log.SealedAgain(logger);
            }
            else
            {
                Log.NotSealed(logger, warning);
            }
        }
    }

    private async Task<T?> TryAsync<T>(Func<Task<T>> look, CancellationToken cancellationToken)
    {
        try
        {
            return await look();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Blind(logger, exception.GetType().Name);
            return default;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Could not look at broker or database ({Reason})")]
        public static partial void Blind(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Error, "Messages do not flow: {Problem}")]
        public static partial void Broken(ILogger logger, string problem);

        [LoggerMessage(3, LogLevel.Information, "Messages flow again")]
        public static partial void FlowsAgain(ILogger logger);

        [LoggerMessage(4, LogLevel.Error, "{Warning}")]
        public static partial void NotSealed(ILogger logger, string warning);

        [LoggerMessage(5, LogLevel.Information, "Audit entries are sealed again")]
        public static partial void SealedAgain(ILogger logger);
    }
}
