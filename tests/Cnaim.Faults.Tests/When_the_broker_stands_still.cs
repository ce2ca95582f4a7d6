namespace Cnaim.Faults.Tests;

/// <summary>F5: SIGSTOP of the broker for 25 s: connections stay, nothing answers, requests go on.</summary>
[Collection(nameof(ServerFaults))]
public sealed class When_the_broker_stands_still(FaultLab lab)
{
    [Fact]
    public async Task Should_lose_and_double_nothing()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        await pair.UnderLoadAsync(20, async () =>
        {
            lab.Private.Broker.Pause();
            pair.Faults++;
            await Task.Delay(TimeSpan.FromSeconds(25));
            (await pair.A.IsFlowingAsync()).ShouldBeFalse();
            (await pair.A.IsReadyAsync()).ShouldBeTrue();
            lab.Private.Broker.Resume();
        });

        var report = await pair.HealAndCountAsync(120);

        report.IsClean.ShouldBeTrue(report.ToString());
    }
}
