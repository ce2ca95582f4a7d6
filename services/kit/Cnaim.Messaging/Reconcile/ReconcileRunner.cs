using Cnaim.Data;
using Cnaim.Data.Migrations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Reconcile;

/// <summary>Reports to every source once a day.</summary>
internal sealed partial class ReconcileRunner(DatabaseStart start, Reconciler reconciler, TimeProvider clock, ILogger<ReconcileRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var source in reconciler.Sources)
            {
                await TryAsync(source, stoppingToken);
            }
        }
    }

    private async Task TryAsync(string source, CancellationToken cancellationToken)
    {
        try
        {
            await reconciler.ReportAsync(source, null, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!exception.IsDatabaseAway())
            {
                Log.Failed(logger, source, exception.GetType().Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Could not tell {Source} how far its streams are here ({Reason})")]
        public static partial void Failed(ILogger logger, string source, string reason);
    }
}
