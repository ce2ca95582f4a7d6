namespace Cnaim.Faults.Tests;

/// <summary>F2: kill -9 of the receiver at random moments; a class of its own, so that it runs beside the others.</summary>
public sealed class When_the_receiver_is_killed_at_random(FaultLab lab)
{
    [Fact]
    public async Task Should_lose_and_double_nothing()
    {
        await using var pair = await FaultPair.StartAsync(lab);
        await pair.UnderLoadAsync(20, async () =>
        {
            for (var kill = 0; kill < Profile.ReceiverKills; kill++)
            {
                await Task.Delay(Random.Shared.Next(20, 700));
                await pair.B.KillAsync();
                pair.Faults++;
                await pair.B.StartAndWaitAsync();
            }
        });

        var report = await pair.HealAndCountAsync();

        report.IsClean.ShouldBeTrue(report.ToString());
    }
}
