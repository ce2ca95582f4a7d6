namespace Cnaim.Faults.Tests;

/// <summary>The ground of all scenarios: without a fault everything arrives, and a relay that nothing wakes is seen.</summary>
public sealed class When_nothing_is_broken(FaultLab lab)
{
    [Fact]
    public async Task Should_deliver_everything()
    {
        var report = await RunAsync("", 60);

        report.IsClean.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task Should_not_deliver_when_signal_and_poll_are_off() =>
        (await RunAsync("signal-and-poll-off", 10)).Unhealed.ShouldBePositive();

    private async Task<FaultReport> RunAsync(string switches, double seconds)
    {
        await using var pair = await FaultPair.StartAsync(lab, switches);
        await pair.UnderLoadAsync(50, () => Task.Delay(TimeSpan.FromSeconds(4)));
        return await pair.HealAndCountAsync(seconds);
    }
}
