namespace Cnaim.Subscriptions.Tests.Lanes;

public sealed class When_nothing_happens(Installation here) : IClassFixture<Installation>
{
    [Fact]
    public async Task Should_beat_after_fifteen_minutes_of_silence_and_not_before()
    {
        // The older is silent for longer, and shows that it was looked.
        await using var older = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        await here.RegisterAsync(await here.AgreeAsync(), older);
        here.Clock.Advance(TimeSpan.FromMinutes(3));
        await here.RegisterAsync(await here.AgreeAsync(), receiver);

        here.Clock.Advance(TimeSpan.FromMinutes(13));
        await Calls.UntilAsync(() => Beats(older) is 1, "the older beats");
        Beats(receiver).ShouldBe(0);

        here.Clock.Advance(TimeSpan.FromMinutes(3));
        await Calls.UntilAsync(() => Beats(receiver) > 0, "a heartbeat comes");
        here.Clock.Advance(TimeSpan.FromMinutes(13));
        await Calls.UntilAsync(() => Beats(older) is 2, "the older beats again");
        Beats(receiver).ShouldBe(1);
    }

    private static int Beats(Receiver receiver) => receiver.All.Count(got => got.Type is "pt.cnaim.subscriptions.heartbeat.v1");
}
