using Cnaim.Data.Migrations;

namespace Cnaim.Reception.Closing;

/// <summary>Looks once a minute whether a day has ended somewhere. Rows are locked, so that any number of replicas may look.</summary>
internal sealed partial class ClosingRunner(IServiceScopeFactory scopes, DatabaseStart database, ILogger<ClosingRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunOnceAsync(stoppingToken) > 0)
                {
                    // the next batch
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CloseDay>().RunAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4301, Level = LogLevel.Warning, Message = "The day could not be closed and is tried again in a minute: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
