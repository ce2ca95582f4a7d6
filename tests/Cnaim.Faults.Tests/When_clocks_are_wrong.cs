using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>F11: the sender's clock is an hour fast and jumps, the receiver's is an hour slow; when something is tried again, the database's clock says.</summary>
public sealed class When_clocks_are_wrong(FaultLab lab)
{
    private const int Messages = 20;
    private const string Attempts = "SELECT max(attempts)::int FROM messaging.outbox";

    // The longest delay after a return, and some patience for the look itself.
    private const string IsWithinTimetable = "SELECT bool_and(next_attempt_at BETWEEN clock_timestamp() - interval '3 seconds' AND clock_timestamp() + interval '16 seconds') FROM messaging.outbox WHERE attempts > 0";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Should_keep_the_timetable_and_lose_nothing()
    {
        await using var pair = await ReturnedAsync("");
        (await pair.A.ScalarAsync<bool>(IsWithinTimetable)).ShouldBeTrue();
        foreach (var jump in (TimeSpan[])[-Hour, Hour])
        {
            var attempts = await pair.A.ScalarAsync<int>(Attempts);
            pair.A.SetClock(jump);
            pair.Faults++;
            await Eventually.Async(async () => await pair.A.ScalarAsync<int>(Attempts) > attempts, "another attempt", 20);
            (await pair.A.ScalarAsync<int>(Attempts)).ShouldBe(attempts + 1); // The delay has doubled: a storm would be further by now.
            (await pair.A.ScalarAsync<bool>(IsWithinTimetable)).ShouldBeTrue();
        }

        await Shim.RestoreQueueAsync(lab, pair.B.Code);
        await pair.B.StartAndWaitAsync();
        await pair.UnderLoadAsync(50, async () =>
        {
            foreach (var hours in (int[])[0, 1, -1])
            {
                pair.A.SetClock(hours * Hour);
                pair.B.SetClock(-hours * Hour);
                pair.Faults += 2;
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        });

        var report = await pair.HealAndCountAsync();

        report.IsClean.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task Should_stall_when_an_office_trusts_its_own_clock()
    {
        await using var pair = await ReturnedAsync("database-clock-off");
        try
        {
            (await pair.A.ScalarAsync<bool>(IsWithinTimetable)).ShouldBeFalse();
        }
        finally
        {
            await Shim.RestoreQueueAsync(lab, pair.B.Code);
        }
    }

    private async Task<FaultPair> ReturnedAsync(string switches)
    {
        var pair = await FaultPair.CreateAsync(lab, switches);
        pair.A.SetClock(Hour);
        pair.B.SetClock(-Hour);
        pair.Faults = 2;
        await Shim.DeleteQueueAsync(lab, pair.B.Code);
        await pair.A.StartAndWaitAsync();
        pair.Load.Burst(Messages);
        await pair.Load.DrainAsync();
        await Eventually.Async(async () => await pair.A.ScalarAsync<int>("SELECT COALESCE(max(attempts), 0)::int FROM messaging.outbox") >= 1, "returned");
        return pair;
    }
}
