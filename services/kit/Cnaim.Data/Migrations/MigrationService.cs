using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.Data.Migrations;

/// <summary>Migrates in the background while HTTP already answers: waits for a database that is away, ends the process when waiting cannot help.</summary>
internal sealed partial class MigrationService(
    Migrator migrator, DatabaseStart start, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<MigrationService> logger) : BackgroundService
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await migrator.MigrateAsync(stoppingToken);
                start.Complete();
                return;
            }
            catch (Exception exception) when (exception.IsDatabaseAway())
            {
                Log.DatabaseAway(logger, RetryInterval.TotalSeconds, exception.GetType().Name);
                await Task.Delay(RetryInterval, clock, stoppingToken);
            }
            catch (SchemaIncompleteException incomplete)
            {
                Log.NotYet(logger, incomplete.File, RetryInterval.TotalSeconds);
                await Task.Delay(RetryInterval, clock, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, exception);
                Environment.ExitCode = 1;
                lifetime.StopApplication();
                return;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database is not reachable ({Reason}); trying again in {Seconds} s")]
        public static partial void DatabaseAway(ILogger logger, double seconds, string reason);

        [LoggerMessage(3, LogLevel.Warning, "Migration {File} is not applied, and this service's role may not apply it: run the service once with 'migrate'; looking again in {Seconds} s")]
        public static partial void NotYet(ILogger logger, string file, double seconds);

        [LoggerMessage(2, LogLevel.Critical, "The database cannot be migrated; the service stops")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
