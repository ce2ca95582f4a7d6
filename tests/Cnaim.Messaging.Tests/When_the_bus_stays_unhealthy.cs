using Cnaim.Messaging.Broker;
using Cnaim.Messaging.Topology;
using Cnaim.Servers;
using Cnaim.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cnaim.Messaging.Tests;

/// <summary>A process ends itself only when the broker was there all the time and its bus was not; the broker is real, the clock is the test's.</summary>
public sealed class When_the_bus_stays_unhealthy(RealServers servers) : IDisposable
{
    private readonly HandClock _clock = new();
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);

    [Fact]
    public async Task Should_end_after_a_minute_in_which_the_broker_answered()
    {
        var guard = Guard(servers.BrokerAdmin);
        await LookAsync(guard, 30);
        IsEnding.ShouldBeFalse();

        await LookAsync(guard, 1);

        IsEnding.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_go_on_while_the_broker_is_away()
    {
        var guard = Guard($"amqp://guest:guest@127.0.0.1:{FreePorts.Next()}/cnaim");

        await LookAsync(guard, 60);

        IsEnding.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_give_the_bus_its_minute_once_the_broker_is_back()
    {
        var port = FreePorts.Next();
        var guard = Guard(new UriBuilder(servers.BrokerAdmin) { Port = port }.Uri.ToString());
        await LookAsync(guard, 60);

        await using var broker = new TcpProxy("127.0.0.1", new Uri(servers.BrokerAdmin).Port, listenOn: port);
        await LookAsync(guard, 30);
        IsEnding.ShouldBeFalse();
        await LookAsync(guard, 1);

        IsEnding.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_not_count_the_time_in_which_it_stood_still()
    {
        var guard = Guard(servers.BrokerAdmin);
        await LookAsync(guard, 1);
        _clock.Advance(TimeSpan.FromMinutes(10));

        await LookAsync(guard, 1);

        IsEnding.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_begin_again_after_a_healthy_moment()
    {
        var guard = Guard(servers.BrokerAdmin);
        await LookAsync(guard, 30);
        await guard.CheckAsync(isHealthy: true, TestContext.Current.CancellationToken);

        await LookAsync(guard, 30);

        IsEnding.ShouldBeFalse();
    }

    public void Dispose() => Environment.ExitCode = 0; // A guard that ends its process sets it.

    private bool IsEnding => _lifetime.ApplicationStopping.IsCancellationRequested;

    private async Task LookAsync(BusGuard guard, int times)
    {
        for (var look = 0; look < times; look++)
        {
            await guard.CheckAsync(isHealthy: false, TestContext.Current.CancellationToken);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    private BusGuard Guard(string url)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Broker:Url", url)]).Build();
        return new BusGuard(new BrokerProbe(new MessagingOptions(configuration), new MessagingService("health"), TopologyManifest.Load()), _lifetime, _clock, NullLogger<BusGuard>.Instance);
    }

    private sealed class HandClock : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }
}
