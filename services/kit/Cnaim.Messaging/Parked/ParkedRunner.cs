using Cnaim.Data;
using Cnaim.Data.Migrations;
using Cnaim.Messaging.Faults;
using Cnaim.Messaging.Inbox;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cnaim.Messaging.Parked;

/// <summary>Brings parked messages to their end: applies those whose turn has come, one at a time, and asks for missing ones.</summary>
internal sealed partial class ParkedRunner(
    DatabaseStart start, NpgsqlDataSource database, ParkedApplier applier, GapAsker asker, ParkedSignal signal, MessagingService service, ILogger<ParkedRunner> logger)
    : BackgroundService
{
    private static readonly TimeSpan BusyInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan QuietInterval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var hasRows = true;
            try
            {
                hasRows = await HasRowsAsync(stoppingToken);
                if (hasRows)
                {
                    await RunAsync(stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (!exception.IsDatabaseAway())
                {
                    Log.Failed(logger, exception);
                }
            }

            // Rows wait for time or for the lanes; without rows, the next one to be parked wakes this up.
            await (hasRows ? Task.Delay(BusyInterval, stoppingToken) : signal.WaitAsync(QuietInterval, stoppingToken));
        }
    }

    private async Task<bool> HasRowsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(ParkedSql.Any, new { consumer = service.Code }, cancellationToken: cancellationToken));
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var isRetryOff = false;
        Fault.Ask("retry-off", ref isRetryOff);
        if (isRetryOff)
        {
            return;
        }

        while (await applier.ReadDueAsync(cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                await applier.ApplyAsync(row, cancellationToken);
            }
        }

        await asker.AskAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Parked messages could not be looked through")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
