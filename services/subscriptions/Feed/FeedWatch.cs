using Cnaim.Data.Migrations;
using Npgsql;

namespace Cnaim.Subscriptions.Feed;

/// <summary>Looks for new events for all who wait, at once; nobody waits, nothing is asked.</summary>
internal sealed partial class FeedWatch(FeedStore feed, DatabaseStart start, TimeProvider clock, ILogger<FeedWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _newest;
    private int _waiting;

    /// <summary>Returns when there may be something beyond a position, or when the time is over.</summary>
    public async Task WaitBeyondAsync(long position, TimeSpan time, CancellationToken cancellationToken)
    {
        var moved = Volatile.Read(ref _moved);
        if (Volatile.Read(ref _newest) > position)
        {
            return;
        }

        Interlocked.Increment(ref _waiting);
        try
        {
            await moved.Task.WaitAsync(time, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing came.
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (Volatile.Read(ref _waiting) > 0)
            {
                await LookAsync(stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            var newest = await feed.NewestAsync(stoppingToken);
            if (newest > _newest)
            {
                Volatile.Write(ref _newest, newest);
                Interlocked.Exchange(ref _moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            }
        }
        catch (Exception error) when (error is NpgsqlException or OperationCanceledException)
        {
            Log.Failed(logger, error.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7205, Level = LogLevel.Warning, Message = "The newest event could not be read and is looked for again: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
