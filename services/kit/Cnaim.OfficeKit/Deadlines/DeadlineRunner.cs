using Cnaim.Data.Migrations;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Referrals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.OfficeKit.Deadlines;

/// <summary>Fires deadlines. The row is locked, its effect written and the row marked in one transaction, so that each fires once whatever the number of replicas.</summary>
internal sealed partial class DeadlineRunner(IServiceScopeFactory scopes, DatabaseStart database, TimeProvider clock, ILogger<DeadlineRunner> logger) : BackgroundService
{
    // Deadlines are counted in working hours: what fires within seconds is on time, and twenty idle offices ask.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await FireOneAsync(stoppingToken))
                {
                    // the next one
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Unreachable(logger, error.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Fires the oldest deadline that has passed.</summary>
    /// <returns>False when none is due.</returns>
    internal async Task<bool> FireOneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var deadlines = scope.ServiceProvider.GetRequiredService<DeadlineStore>();
        var deadline = await deadlines.LockNextAsync(now, cancellationToken);
        if (deadline is null)
        {
            return false;
        }

        try
        {
            await scope.ServiceProvider.GetRequiredService<DeadlineEffects>().CollectAsync(deadline, cancellationToken);
            deadlines.Fire(deadline, now);
            await scope.ServiceProvider.GetRequiredService<OfficeTransaction>().CommitAsync(cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, deadline.Kind, error.GetType().Name);
            await scope.DisposeAsync();
            await PostponeAsync(deadline, now + RetryAfter, cancellationToken);
        }

        return true;
    }

    private async Task PostponeAsync(Deadline deadline, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DeadlineStore>().Postpone(deadline, until);
        await scope.ServiceProvider.GetRequiredService<OfficeTransaction>().CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3301, Level = LogLevel.Error, Message = "A deadline of kind {Kind} failed and is tried again in 30 s: {Reason}")]
        public static partial void Failed(ILogger logger, string kind, string reason);

        [LoggerMessage(EventId = 3302, Level = LogLevel.Warning, Message = "Deadlines cannot be read: {Reason}")]
        public static partial void Unreachable(ILogger logger, string reason);
    }
}
