using Cnaim.Data.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Sends drafts that waited for screening, or for candidates and a claim. The queue is in the database, so that a restart forgets nothing.</summary>
internal sealed partial class DraftSender(IServiceScopeFactory scopes, DatabaseStart database, DraftSignal signal, ILogger<DraftSender> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await TryDeliverOneAsync(stoppingToken))
            {
                await signal.WaitAsync(Poll, stoppingToken);
            }
        }
    }

    private async Task<bool> TryDeliverOneAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<DraftQueue>().LeaseAsync(stop) is not { } referralId)
            {
                return false;
            }

            await scope.ServiceProvider.GetRequiredService<DeliverDraft>().RunAsync(referralId, stop);
            return true;
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            Log.Failed(logger, error.GetType().Name);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "A draft could not be sent and is tried again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
