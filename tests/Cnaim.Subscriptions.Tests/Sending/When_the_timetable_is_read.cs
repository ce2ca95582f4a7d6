using Cnaim.Subscriptions.Sending;

namespace Cnaim.Subscriptions.Tests.Sending;

public sealed class When_the_timetable_is_read
{
    private static readonly double[] Minutes = [5.0 / 60, 5, 30, 120, 300, 600, 840, 1200, 1440];

    [Fact]
    public void Should_try_ten_times_over_75_hours()
    {
        Timetable.Attempts.ShouldBe(10);
        Enumerable.Range(1, 9).Select(failures => Timetable.After(failures, null, 0)!.Value.TotalMinutes).ShouldBe(Minutes, tolerance: 0.001);
        Timetable.After(10, null, 0).ShouldBeNull();
    }

    [Fact]
    public void Should_only_ever_add_jitter()
    {
        for (var failures = 1; failures <= 9; failures++)
        {
            var least = Timetable.After(failures, null, 0)!.Value;
            Timetable.After(failures, null, 0.5)!.Value.ShouldBeGreaterThan(least);
            Timetable.After(failures, null, 1)!.Value.ShouldBe(least * 1.1, TimeSpan.FromMilliseconds(1));
        }
    }

    [Theory]
    [InlineData(1, 60, 60)]
    [InlineData(3, 60, 1800)]
    [InlineData(1, 1_000_000, 86_400)]
    public void Should_wait_as_long_as_the_receiver_asks_but_no_more_than_a_day(int failures, int askedSeconds, int seconds) =>
        Timetable.After(failures, TimeSpan.FromSeconds(askedSeconds), 0)!.Value.TotalSeconds.ShouldBe(seconds);
}
