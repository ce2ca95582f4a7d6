using System.Data.Common;
using Cnaim.Data.Migrations;

namespace Cnaim.Gateway.Counter.Kept;

/// <summary>Deletes forms whose time is over, every five minutes.</summary>
internal sealed partial class SweepForms(DatabaseStart start, KeptForms forms, TimeProvider clock, ILogger<SweepForms> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await forms.SweepAsync(stoppingToken);
            }
            catch (DbException exception)
            {
                Log.NotSwept(logger, exception.SqlState);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "Forms whose time is over could not be deleted (SQL state {SqlState}); trying again in 5 minutes. They cannot be opened any more")]
        public static partial void NotSwept(ILogger logger, string? sqlState);
    }
}
