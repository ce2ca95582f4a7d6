using Cnaim.Gateway.Counter;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_a_time_is_typed
{
    private static readonly DateTimeOffset Summer = new(2026, 7, 1, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("14:30")]
    [InlineData("14.30")]
    [InlineData(" 14h30 ")]
    [InlineData("1430")]
    public void Should_be_todays_in_the_centres_time(string time) => new TypedMoment("", null, " ", time).Read(Summer).ShouldBe(new DateTimeOffset(2026, 7, 1, 13, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("31", "6", "2026", "14:30")]
    [InlineData("1", "6", "2026", "25:00")]
    [InlineData("1", "6", null, "14:30")]
    [InlineData("29", "3", "2026", "01:30")] // the clock is put forward
    public void Should_be_nothing_where_there_is_no_such_moment(string day, string month, string? year, string time) => new TypedMoment(day, month, year, time).Read(Summer).ShouldBeNull();

    [Fact]
    public void Should_come_back_as_it_was_shown() => TypedMoment.Of(Summer).Read(Summer).ShouldBe(Summer);
}
