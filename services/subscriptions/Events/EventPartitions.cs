using System.Collections.Concurrent;
using Cnaim.Data.Migrations;
using Npgsql;

namespace Cnaim.Subscriptions.Events;

/// <summary>One partition for each day of log, deliveries and attempts: made a week ahead, dropped after 30 days.</summary>
internal sealed partial class EventPartitions(NpgsqlDataSource database, IServiceScopeFactory scopes, DatabaseStart start, TimeProvider clock, ILogger<EventPartitions> logger) : BackgroundService
{
    public const int DaysKept = 30;
    private const int DaysAhead = 7;
    private readonly ConcurrentDictionary<DateOnly, bool> _known = new();

    /// <summary>Makes the partitions of a day, unless they are known.</summary>
    public async ValueTask EnsureAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (!_known.ContainsKey(day))
        {
            await CreateAsync(day, cancellationToken);
            _known[day] = true;
        }
    }

    public async Task MaintainAsync(CancellationToken cancellationToken)
    {
        _known.Clear();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var ahead in Enumerable.Range(-1, DaysAhead + 2))
        {
            await EnsureAsync(today.AddDays(ahead), cancellationToken);
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DropOldEvents>().RunAsync(today.AddDays(-DaysKept), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), clock);
        do
        {
            try
            {
                await MaintainAsync(stoppingToken);
            }
            catch (NpgsqlException error)
            {
                Log.Failed(logger, error.SqlState ?? error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CreateAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand(EventSql.CreatePartitions);
            command.Parameters.AddWithValue(day);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica made them at the same moment.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7201, Level = LogLevel.Warning, Message = "Partitions could not be made or dropped and are tried again in ten minutes: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
