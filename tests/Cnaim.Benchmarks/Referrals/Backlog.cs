using RabbitMQ.Client;

namespace Cnaim.Benchmarks.Referrals;

/// <summary>How many messages wait in the sender's outbox and the receiver's queue.</summary>
internal sealed class Backlog(DeliveryCheck delivery, IChannel channel, string queue)
{
    private readonly List<long> _samples = [];

    public async Task WatchAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await timer.WaitForNextTickAsync(CancellationToken.None) && !stop.IsCancellationRequested)
        {
            _samples.Add(await CountAsync(CancellationToken.None));
        }
    }

    public double Growth()
    {
        var third = _samples.Count / 3;
        return third == 0 ? 0 : _samples.TakeLast(third).Average() - _samples.Take(third).Average();
    }

    /// <summary>How long until both are empty; gives up after a minute.</summary>
    public async Task<TimeSpan> DrainAsync(CancellationToken cancellationToken)
    {
        var start = System.Diagnostics.Stopwatch.StartNew();
        while (await CountAsync(cancellationToken) > 0 && start.Elapsed < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(50, cancellationToken);
        }

        return start.Elapsed;
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var ready = (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        return ready + await delivery.WaitingAsync(cancellationToken);
    }
}
