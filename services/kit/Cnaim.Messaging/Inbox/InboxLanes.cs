using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cnaim.Messaging.Inbox;

/// <summary>Two lanes; a stream always has the same one, so its order holds.</summary>
internal sealed class InboxLanes(IServiceProvider services, IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly InboxLane[] _lanes = [ActivatorUtilities.CreateInstance<InboxLane>(services), ActivatorUtilities.CreateInstance<InboxLane>(services)];

    public async Task ApplyAsync(Delivery delivery)
    {
        _lanes[(uint)delivery.Message.Stream.GetHashCode() % (uint)_lanes.Length].Enqueue(delivery);
        // A service that stops gives its deliveries back to the broker, which delivers them again.
        await delivery.Applied.WaitAsync(lifetime.ApplicationStopped);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(_lanes.Select(lane => lane.RunAsync(stoppingToken)));
}
