using Cnaim.Reception.Tests.Support;
using Cnaim.Reception.Waits;

namespace Cnaim.Reception.Tests.Queues;

public sealed class When_waits_are_estimated(ReceptionFixture reception)
{
    private static readonly QueueLoad Load = new() { ServiceMinutes = 20, Desks = 2 };

    [Fact]
    public void Should_promise_nothing_to_wait_where_a_desk_is_free() => WaitEstimate.Of(0, Load with { FreeDesks = 1 }).ShouldBe(new WaitEstimate(0, 5, Assumed: false));

    // 4.5 turns of 20 minutes at 2 desks are 45 minutes: 31.5 to 58.5.
    [Fact]
    public void Should_count_turns_by_desks() => WaitEstimate.Of(4, Load).ShouldBe(new WaitEstimate(30, 60, Assumed: false));

    // 15 measured attendances of 10 minutes against 5 assumed of 20: 12.5 minutes each.
    [Fact]
    public void Should_trust_measured_times_more_the_more_there_are() =>
        WaitEstimate.Of(4, Load with { Measured = 15, MeasuredSeconds = 600 }).ShouldBe(new WaitEstimate(15, 40, Assumed: false));

    [Fact]
    public void Should_assume_one_desk_and_say_so() => WaitEstimate.Of(1, Load with { Desks = 0 }).ShouldBe(new WaitEstimate(20, 40, Assumed: true));

    [Fact]
    public async Task Should_measure_how_far_promises_were_off()
    {
        var centre = await reception.LocalAsync();
        using var desk = reception.As(centre);
        await desk.DeskAsync("open");
        var promised = (await desk.IssueAsync()).Body.GetProperty("expectedWait");
        (promised.GetProperty("low").GetInt32(), promised.GetProperty("high").GetInt32()).ShouldBe((0, 5));
        reception.Clock.Advance(TimeSpan.FromMinutes(3));
        await desk.DeskAsync("call-next");
        await desk.DeskAsync("finish");
        await desk.IssueAsync();
        reception.Clock.Advance(TimeSpan.FromMinutes(8));
        await desk.DeskAsync("call-next");

        var item = (await desk.GetAsync("/v1/queues/wait-accuracy")).Body.GetProperty("items")[0];
        (item.GetProperty("calls").GetInt32(), item.GetProperty("within").GetInt32(), item.GetProperty("biasSeconds").GetInt32(), item.GetProperty("meanErrorSeconds").GetInt32())
            .ShouldBe((2, 1, 90, 90), "one of two was 3 minutes late");
        var queue = (await desk.GetAsync("/v1/queues")).Body.GetProperty("items")[1];
        (queue.GetProperty("id").GetString(), queue.GetProperty("measuredWaitMinutes").GetDouble()).ShouldBe(("welcome", 5.5));
    }
}
