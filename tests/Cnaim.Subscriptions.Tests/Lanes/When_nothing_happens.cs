namespace Cnaim.Subscriptions.Tests.Lanes;

public sealed class When_nothing_happens(Installation here) : IClassFixture<Installation>
{
    [Fact]
    public async Task Should_beat_after_fifteen_minutes_of_silence_and_not_before()
    {
        await using var receiver = await Receiver.StartAsync();
        var client = await here.AgreeAsync();
        await here.RegisterAsync(client, receiver);
        here.Clock.Advance(TimeSpan.FromMinutes(14));
        await Task.Delay(2000, Calls.Cancelled);
        receiver.All.Count(got => got.Type is "pt.cnaim.subscriptions.heartbeat.v1").ShouldBe(0);

        here.Clock.Advance(TimeSpan.FromMinutes(2));
        await Calls.UntilAsync(() => receiver.All.Any(got => got.Type is "pt.cnaim.subscriptions.heartbeat.v1"), "a heartbeat comes");
        await Task.Delay(2000, Calls.Cancelled);
        receiver.All.Count(got => got.Type is "pt.cnaim.subscriptions.heartbeat.v1").ShouldBe(1);
    }
}
