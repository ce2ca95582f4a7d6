namespace Cnaim.Faults.Tests;

/// <summary>F5: SIGSTOP of one of two senders, and of one of two receivers: the other one takes over, and the stale one changes nothing when it goes on.</summary>
public sealed class When_a_process_stands_still(FaultLab lab)
{
    [Fact]
    public async Task Should_move_the_relay_to_another_process()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        var taken = await PauseSenderAsync(pair, 90);
        pair.A.Resume();
        pair.Load.Burst(20);

        var report = await pair.HealAndCountAsync(60);

        taken.IsClean.ShouldBeTrue(taken.ToString());
        report.IsClean.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task Should_not_heal_when_no_relay_takes_over()
    {
        await using var pair = await FaultPair.StartAsync(lab, "lease-takeover-off");

        (await PauseSenderAsync(pair, 35)).Unhealed.ShouldBePositive();
    }

    [Fact]
    public async Task Should_move_deliveries_to_another_receiver()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        var other = pair.AnotherReceiver();
        await other.StartAndWaitAsync();
        await pair.UnderLoadAsync(50, async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            pair.B.Pause();
            pair.Faults++;
            await Task.Delay(TimeSpan.FromSeconds(2));
        });
        var moved = await pair.HealAndCountAsync(90);
        pair.B.Resume();
        pair.Load.Burst(20);

        var report = await pair.HealAndCountAsync(60);

        moved.IsClean.ShouldBeTrue(moved.ToString());
        report.IsClean.ShouldBeTrue(report.ToString());
    }

    private static async Task<FaultReport> PauseSenderAsync(FaultPair pair, double seconds)
    {
        var other = pair.AnotherSender();
        await other.StartAndWaitAsync();
        await pair.UnderLoadAsync(50, async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            pair.A.Pause();
            pair.Faults++;
            pair.Load.Url = other.Url;
            await Task.Delay(TimeSpan.FromSeconds(1));
        });
        return await pair.HealAndCountAsync(seconds);
    }
}
