using Cnaim.Data;
using Cnaim.Data.Migrations;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Retention;

/// <summary>Runs the retention once a day, in bounded batches, each a transaction of its own.</summary>
internal sealed partial class RetentionRunner(DatabaseStart start, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RetentionRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (!exception.IsDatabaseAway())
                {
                    Log.Failed(logger, exception.GetType().Name);
                }
            }
        }
    }

    /// <summary>Runs when a day has passed since the last run of any replica.</summary>
    /// <returns>Whether it did.</returns>
    internal async Task<bool> RunDueAsync(CancellationToken cancellationToken)
    {
        if (!await ClaimAsync(cancellationToken))
        {
            return false;
        }

        var runId = Guid.CreateVersion7(clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        foreach (var category in scope.ServiceProvider.GetRequiredService<RetentionJob>().Categories)
        {
            long total = 0;
            for (var erased = RetentionJob.BatchSize; erased >= RetentionJob.BatchSize;)
            {
                erased = await BatchAsync(runId, category, cancellationToken);
                total += erased;
            }

            Log.Done(logger, category, total);
        }

        return true;
    }

    private async Task<int> BatchAsync(Guid runId, string category, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RetentionJob>().RunAsync(runId, category, actor: null, cancellationToken);
    }

    private async Task<bool> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<OfficeTransaction>();
        await transaction.BeginAsync(cancellationToken);
        if (!await transaction.Connection.ExecuteScalarAsync<bool>(transaction.Command(RetentionSql.IsDue, parameters: null, cancellationToken)))
        {
            return false;
        }

        transaction.Audit(new AuditEntry { Action = "retention.started", RecordKind = "retention", RecordId = "daily" });
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Kept long enough: the personal fields of {Records} {Category} are erased")]
        public static partial void Done(ILogger logger, string category, long records);

        [LoggerMessage(2, LogLevel.Error, "What is kept too long could not be erased ({Reason}); trying again")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
