using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>F5: SIGSTOP of the broker: connections stay, nothing answers, requests go on.</summary>
[Collection(nameof(ServerFaults))]
public sealed class When_the_broker_stands_still(BreakableLab lab)
{
    [Fact]
    public async Task Should_lose_and_double_nothing()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        await pair.UnderLoadAsync(20, async () =>
        {
            lab.Private.Broker.Pause();
            pair.Faults++;
            await Task.Delay(Profile.BrokerPause);
            await Eventually.Async(pair.A.SaysBrokenAsync, "red");
            await Eventually.Async(pair.A.IsReadyAsync, "ready all the same");
            lab.Private.Broker.Resume();
        });

        var report = await pair.HealAndCountAsync();

        report.IsClean.ShouldBeTrue(report.ToString());
    }
}
