using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>F2: kill -9 of the receiver before its commit, and between commit and acknowledgement.</summary>
public sealed class When_the_receiver_is_killed(FaultLab lab)
{
    private const int Messages = 40;

    [Theory]
    [InlineData("consume.before-commit")]
    [InlineData("consume.before-ack")]
    public async Task Should_lose_and_double_nothing_at_any_step(string point)
    {
        var report = await CrashAtAsync(point);

        report.IsClean.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task Should_lose_nothing_when_it_dies_before_a_slow_commit()
    {
        var report = await DieBeforeCommitAsync("");

        report.IsClean.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task Should_lose_messages_when_they_are_acknowledged_before_the_commit() =>
        (await DieBeforeCommitAsync("ack-before-commit")).Lost.ShouldBePositive();

    private async Task<FaultReport> CrashAtAsync(string point)
    {
        await using var pair = await FaultPair.CreateAsync(lab);
        await pair.A.StartAndWaitAsync();
        pair.Load.Burst(Messages);
        await pair.Load.DrainAsync();
        await OutboxEmptyAsync(pair);
        pair.B.Start(point + "=crash");
        await pair.B.EndedAsync();
        pair.Faults++;
        await ShouldProveRedeliveryAsync(pair, point);
        await pair.B.StartAndWaitAsync();
        return await pair.HealAndCountAsync();
    }

    // Everything is published once; what is applied and waits all the same will be delivered again, or the run proves nothing.
    private static async Task ShouldProveRedeliveryAsync(FaultPair pair, string point)
    {
        var waiting = 0;
        await Eventually.Async(async () => (waiting = await pair.QueuedAsync()) >= Messages, "all of it in the queue again", 120, 500);
        var applied = await pair.B.ScalarAsync<int>("SELECT count(*)::int FROM apply_log");
        waiting.ShouldBe(Messages);
        (applied > 0).ShouldBe(point is "consume.before-ack");
    }

    private async Task<FaultReport> DieBeforeCommitAsync(string switches)
    {
        await using var pair = await FaultPair.CreateAsync(lab, switches);
        await pair.A.StartAndWaitAsync();
        pair.Load.Burst(Messages);
        await pair.Load.DrainAsync();
        await OutboxEmptyAsync(pair);
        await pair.B.StartAndWaitAsync("write.before-commit=sleep:300000");
        await HasAcknowledgedAsync(pair);
        (await pair.B.ScalarAsync<int>("SELECT count(*)::int FROM apply_log")).ShouldBe(0);
        await pair.B.KillAsync();
        pair.Faults++;
        await pair.B.StartAndWaitAsync();
        return await pair.HealAndCountAsync();
    }

    // Only a sabotaged receiver acknowledges before it committed; a sound one lets the time pass.
    private static async Task HasAcknowledgedAsync(FaultPair pair)
    {
        try
        {
            await Eventually.Async(async () => await pair.QueuedAsync() < Messages, "an early acknowledgement", 12, 500);
        }
        catch (TimeoutException)
        {
            // As it should be.
        }
    }

    private static Task OutboxEmptyAsync(FaultPair pair) =>
        Eventually.Async(async () => await pair.A.ScalarAsync<int>("SELECT count(*)::int FROM messaging.outbox") == 0, "an empty outbox", 120);
}
