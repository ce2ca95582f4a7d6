using Cnaim.Data.Migrations;
using Npgsql;

namespace Cnaim.Directory.Imports;

/// <summary>Takes files that were sent to their end, one at a time.</summary>
internal sealed partial class RunImports(IEnumerable<IImportKind> kinds, ImportStore imports, DatabaseStart start, TimeProvider clock, ILogger<RunImports> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                while (await imports.LeaseAsync(stoppingToken) is { } import)
                {
                    await kinds.Single(kind => string.Equals(kind.Code, import.Kind, StringComparison.Ordinal)).RunAsync(import, stoppingToken);
                }
            }
            catch (NpgsqlException error)
            {
                Log.Failed(logger, error.SqlState ?? error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7311, Level = LogLevel.Warning, Message = "A file could not be read into the directory and is tried again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
