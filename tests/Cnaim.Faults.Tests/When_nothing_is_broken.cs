using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>The ground of all scenarios: without a fault everything arrives, and a relay that nothing wakes is seen.</summary>
public sealed class When_nothing_is_broken(FaultLab lab)
{
    private const int Messages = 60;
    private const string HasLooked = """
        SELECT count(*) = 1
        FROM messaging.relay_lease AS l
        JOIN pg_stat_activity AS a ON a.pid = l.backend_pid
        WHERE a.state = 'idle' AND a.query LIKE '%FROM messaging.outbox%'
        """;

    [Fact]
    public async Task Should_deliver_everything()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        await pair.UnderLoadAsync(50, () => Task.Delay(TimeSpan.FromSeconds(4)));

        var report = await pair.HealAndCountAsync();

        report.IsClean.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task Should_keep_everything_in_the_outbox_when_signal_and_poll_are_off()
    {
        await using var pair = await FaultPair.CreateAsync(lab, "signal-and-poll-off");
        pair.B.Switches = "";
        await pair.B.StartAndWaitAsync();
        pair.A.Start();
        await Eventually.Async(pair.A.IsReadyAsync, "ready", 180, 200);
        await Eventually.Async(() => pair.A.ScalarAsync<bool>(HasLooked), "the relay's first and last look", 180, 200);
        pair.Load.Burst(Messages);
        await pair.Load.DrainAsync();

        var report = await pair.CountAsync();

        report.IsUnhealedOnly.ShouldBeTrue(report.ToString());
        report.Lost.ShouldBe(Messages);
        (await pair.A.ScalarAsync<int>("SELECT count(*)::int FROM messaging.outbox WHERE attempts = 0 AND next_attempt_at IS NULL AND parked_at IS NULL")).ShouldBe(Messages);
        await FaultPair.CureAsync(pair.A);
        (await pair.HealAndCountAsync()).IsClean.ShouldBeTrue();
    }
}
