using System.Threading.Channels;
using Cnaim.Data;
using Cnaim.Data.Migrations;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Inbox;

/// <summary>Takes what is waiting, at most 100 and never delaying for more, and applies it in one transaction; if that fails, each delivery in its own.</summary>
internal sealed partial class InboxLane(InboxApplier applier, DatabaseStart start, TimeProvider clock, ILogger<InboxLane> logger)
{
    private const int MaximumDeliveries = 100;
    private static readonly TimeSpan DatabaseRetry = TimeSpan.FromSeconds(5);
    private readonly Channel<Delivery> _waiting = Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true });

    public void Enqueue(Delivery delivery) => _waiting.Writer.TryWrite(delivery);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await start.WaitAsync(cancellationToken);
        var deliveries = new List<Delivery>(MaximumDeliveries);
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            deliveries.Clear();
            while (deliveries.Count < MaximumDeliveries && _waiting.Reader.TryRead(out var delivery))
            {
                deliveries.Add(delivery);
            }

            await ApplyAsync([.. deliveries.OrderBy(delivery => delivery.Message.Stream.Source, StringComparer.Ordinal)
                .ThenBy(delivery => delivery.Message.Stream.StreamId)
                .ThenBy(delivery => delivery.Message.Stream.Audience, StringComparer.Ordinal)
                .ThenBy(delivery => delivery.Message.Version)], cancellationToken);
        }
    }

    private async Task ApplyAsync(List<Delivery> deliveries, CancellationToken cancellationToken)
    {
        try
        {
            await WhileDatabaseIsAwayAsync(() => applier.ApplyAsync(deliveries, drainGaps: deliveries.Count > 1, cancellationToken), cancellationToken);
            deliveries.ForEach(delivery => delivery.Release());
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (deliveries.Count == 1)
            {
                deliveries[0].Fail(exception);
                return;
            }

            foreach (var delivery in deliveries)
            {
                await ApplyAsync([delivery], cancellationToken);
            }
        }
    }

    /// <summary>A database that is away is waited for without limit, so an outage puts nothing into an error queue.</summary>
    private async Task WhileDatabaseIsAwayAsync(Func<Task> apply, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await apply();
                return;
            }
            catch (Exception exception) when (exception.IsDatabaseAway() && !cancellationToken.IsCancellationRequested)
            {
                Log.DatabaseAway(logger, exception.GetType().Name);
                await Task.Delay(DatabaseRetry, clock, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database is away ({Reason}); deliveries wait")]
        public static partial void DatabaseAway(ILogger logger, string reason);
    }
}
