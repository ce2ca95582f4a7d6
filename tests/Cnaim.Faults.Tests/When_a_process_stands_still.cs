using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>F5: SIGSTOP of one of two senders, and of one of two receivers: the other one takes over, and the stale one changes nothing when it goes on.</summary>
public sealed class When_a_process_stands_still(FaultLab lab)
{
    // What the standby looks at, 10 s later than it should take over.
    private const string IsLongStale = "SELECT beat_at < clock_timestamp() - interval '30 seconds' FROM messaging.relay_lease";

    [Fact]
    public async Task Should_move_the_relay_to_another_process()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        await PauseSenderAsync(pair);
        var taken = await pair.HealAndCountAsync();
        pair.A.Resume();
        pair.Load.Burst(20);

        var report = await pair.HealAndCountAsync();

        taken.IsClean.ShouldBeTrue(taken.ToString());
        report.IsClean.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task Should_keep_everything_in_the_outbox_when_no_relay_takes_over()
    {
        await using var pair = await FaultPair.StartAsync(lab, "lease-takeover-off");
        var other = await PauseSenderAsync(pair);
        await pair.Load.DrainAsync();
        await Eventually.Async(() => other.ScalarAsync<bool>(IsLongStale), "a holder that is long gone", 120, 500);

        var report = await pair.CountAsync();

        report.IsUnhealedOnly.ShouldBeTrue(report.ToString());
        (await other.ScalarAsync<int>("SELECT count(*)::int FROM messaging.outbox WHERE attempts = 0")).ShouldBePositive();
        await FaultPair.CureAsync(other); // The stopped holder stays stopped: only the right to take over comes back.
        (await pair.HealAndCountAsync()).IsClean.ShouldBeTrue();
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
        var moved = await pair.HealAndCountAsync();
        pair.B.Resume();
        pair.Load.Burst(20);

        var report = await pair.HealAndCountAsync();

        moved.IsClean.ShouldBeTrue(moved.ToString());
        report.IsClean.ShouldBeTrue(report.ToString());
    }

    private static async Task<FaultOffice> PauseSenderAsync(FaultPair pair)
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
        return other;
    }
}
