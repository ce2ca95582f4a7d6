using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>F14: the receiver has never run, and its queue is deleted.</summary>
public sealed class When_no_queue_is_there(FaultLab lab)
{
    [Fact]
    public async Task Should_keep_messages_for_a_receiver_that_never_ran()
    {
        await using var pair = await FaultPair.CreateAsync(lab);
        await pair.A.StartAndWaitAsync();
        pair.Load.Burst(200);
        await pair.Load.DrainAsync();
        await Eventually.Async(async () => await pair.QueuedAsync() == 200, "all in the queue", 120, 500);
        pair.Faults++;
        await pair.B.StartAndWaitAsync();

        var report = await pair.HealAndCountAsync();

        report.IsClean.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task Should_keep_messages_until_the_queue_is_back()
    {
        var report = await DeleteQueueAsync("");

        report.IsClean.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task Should_lose_messages_when_publishing_is_not_mandatory() =>
        (await DeleteQueueAsync("mandatory-off")).Lost.ShouldBePositive();

    private async Task<FaultReport> DeleteQueueAsync(string switches)
    {
        await using var pair = await FaultPair.CreateAsync(lab, switches);
        await pair.A.StartAndWaitAsync();
        await Shim.DeleteQueueAsync(lab, pair.B.Code);
        pair.Faults++;
        pair.Load.Burst(40);
        await pair.Load.DrainAsync();
        await Eventually.Async(async () => await pair.A.ScalarAsync<int>("SELECT count(*)::int FROM messaging.outbox WHERE attempts = 0 AND id = (SELECT min(id) FROM messaging.outbox)") == 0, "returned, or gone");
        await Shim.RestoreQueueAsync(lab, pair.B.Code);
        await pair.B.StartAndWaitAsync();
        return await pair.HealAndCountAsync();
    }
}
