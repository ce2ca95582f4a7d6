using System.Data.Common;
using Cnaim.Data.Migrations;

namespace Cnaim.Directory.Audit;

/// <summary>Takes a root every hour in which a head has changed.</summary>
internal sealed partial class AuditRootTimer(DatabaseStart start, AuditHeadStore heads, TimeProvider clock, ILogger<AuditRootTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await heads.TakeRootAsync(isAsked: false, stoppingToken);
            }
            catch (DbException exception)
            {
                Log.NotTaken(logger, exception.SqlState);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2201, Level = LogLevel.Error, Message = "The hourly audit root could not be kept (SQL state {SqlState}); trying again in 5 minutes")]
        public static partial void NotTaken(ILogger logger, string? sqlState);
    }
}
