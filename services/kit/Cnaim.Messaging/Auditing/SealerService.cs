using Cnaim.Data.Migrations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Auditing;

/// <summary>Seals within a second of a commit; woken by it, and by the flow monitor when another process wrote.</summary>
internal sealed partial class SealerService(DatabaseStart start, AuditSignal signal, SealEntries seal, TimeProvider clock, ILogger<SealerService> logger) : BackgroundService
{
    // Commits of this time share one transaction; with the seal itself it stays under a second.
    private static readonly TimeSpan Collect = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        // What a process before this one left.
        signal.Set();
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(Timeout.InfiniteTimeSpan, stoppingToken);
            await Task.Delay(Collect, clock, stoppingToken);
            signal.Take();
            if (!await TrySealAsync(stoppingToken))
            {
                signal.Set();
                await Task.Delay(Retry, clock, stoppingToken);
            }
        }
    }

    private async Task<bool> TrySealAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await seal.RunAsync(cancellationToken) == SealEntries.AtMost)
            {
                // A full batch may not have been all.
            }

            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception.GetType().Name, (exception as Npgsql.PostgresException)?.SqlState);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Audit entries could not be sealed ({Reason} {SqlState}); trying again")]
        public static partial void Failed(ILogger logger, string reason, string? sqlState);
    }
}
