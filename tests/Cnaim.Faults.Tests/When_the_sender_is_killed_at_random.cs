using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>F1: kill -9 of the sender at random moments; a class of its own, so that it runs beside the others.</summary>
public sealed class When_the_sender_is_killed_at_random(FaultLab lab)
{
    [Fact]
    public async Task Should_lose_and_double_nothing()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        await pair.UnderLoadAsync(20, async () =>
        {
            for (var kill = 0; kill < Profile.SenderKills; kill++)
            {
                await Task.Delay(Random.Shared.Next(20, 700));
                await pair.A.KillAsync();
                pair.Faults++;
                pair.A.Start();
                await Eventually.Async(() => kill % 2 == 0 ? pair.A.IsFlowingAsync() : pair.A.IsReadyAsync(), "started again", 180, 50); // Every other time it dies while it is starting to relay.
            }
        });

        var report = await pair.HealAndCountAsync();

        report.IsClean.ShouldBeTrue(report.ToString());
    }
}
