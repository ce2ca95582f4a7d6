using System.Data.Common;
using Cnaim.Data.Migrations;

namespace Cnaim.Directory.Loading;

/// <summary>Loads the documents once the schema is complete; waits for a database that is away, ends the process when a document cannot be read.</summary>
internal sealed partial class DirectoryStart(
    DatabaseStart database, LoadDirectory load, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DirectoryStart> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await load.RunAsync(stoppingToken);
                return;
            }
            catch (DbException exception) when (exception.IsTransient)
            {
                Log.DatabaseAway(logger, exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
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
        [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "The directory could not be loaded ({Reason}); trying again")]
        public static partial void DatabaseAway(ILogger logger, string reason);

        [LoggerMessage(EventId = 2102, Level = LogLevel.Critical, Message = "The directory's documents cannot be loaded; the service stops")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
