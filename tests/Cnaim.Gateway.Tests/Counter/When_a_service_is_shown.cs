using Cnaim.Gateway.Counter.Pages.Directory;

namespace Cnaim.Gateway.Tests.Counter;

public sealed class When_a_service_is_shown
{
    private static readonly NetworkSchedule Weekdays = new() { Byday = "MO,TU,WE,TH,FR", OpensAt = "08:00", ClosesAt = "17:00" };

    [Theory]
    [InlineData("2026-11-20T08:00", true)]
    [InlineData("2026-11-20T17:00", false)]
    [InlineData("2026-11-22T10:00", false)] // a Sunday
    public void Should_be_open_within_its_hours(string local, bool isOpen) => Weekdays.IsOpenAt(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(isOpen);

    [Fact]
    public void Should_not_be_open_on_days_that_nobody_stated() => (Weekdays with { Byday = null }).IsOpenAt(new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Unspecified)).ShouldBeFalse();

    [Theory]
    [InlineData("2026-08", false)]
    [InlineData("2026-04-30", true)]
    [InlineData("2025", true)]
    [InlineData("2015-11 to about 2026", false)]
    [InlineData("undated", true)]
    [InlineData(null, true)]
    public void Should_say_when_what_is_known_may_be_old(string? asOf, bool isOld) => Freshness.IsOld(asOf, new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)).ShouldBe(isOld);
}
