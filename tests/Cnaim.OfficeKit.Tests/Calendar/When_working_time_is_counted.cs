using Cnaim.OfficeKit.Calendar;

namespace Cnaim.OfficeKit.Tests.Calendar;

public sealed class When_working_time_is_counted
{
    private static readonly TimeZoneInfo Lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");
    private static readonly BusinessCalendar Calendar = new(Lisbon, [OpeningHours.Assumed], municipalHoliday: (6, 13));

    [Theory]
    [InlineData("2026-11-23T10:00Z", 4, "2026-11-23T14:00Z")] // Monday
    [InlineData("2026-11-23T15:00Z", 4, "2026-11-24T11:00Z")] // over the night
    [InlineData("2026-11-20T16:30Z", 4, "2026-11-23T12:30Z")] // over the weekend
    [InlineData("2026-11-22T03:00Z", 4, "2026-11-23T13:00Z")] // from a Sunday night
    [InlineData("2026-11-30T16:00Z", 4, "2026-12-02T12:00Z")] // over 1 December, Independence
    [InlineData("2026-04-02T15:00Z", 4, "2026-04-06T11:00Z")] // over Good Friday, summer time: 09-17 is 08-16 UTC
    [InlineData("2026-06-12T15:00Z", 4, "2026-06-15T11:00Z")] // municipal holiday on a Saturday changes nothing
    public void Should_skip_what_is_closed(string from, int hours, string expected) =>
        Calendar.AddWorkingTime(At(from), TimeSpan.FromHours(hours)).ShouldBe(At(expected));

    [Theory]
    [InlineData("2026-11-23T10:00Z", 2, "2026-11-25T10:00Z")]
    [InlineData("2026-11-19T10:00Z", 2, "2026-11-23T10:00Z")]
    [InlineData("2026-11-20T20:00Z", 2, "2026-11-25T09:00Z")] // starts on Monday at nine
    [InlineData("2026-12-23T10:00Z", 2, "2026-12-28T10:00Z")] // over Christmas and a weekend
    public void Should_count_working_days(string from, int days, string expected) =>
        Calendar.AddWorkingDays(At(from), days).ShouldBe(At(expected));

    [Fact]
    public void Should_keep_the_local_time_over_a_clock_change()
    {
        // Sunday 29 March 2026: the clocks go forward. 10:00 local is 10:00 UTC before and 09:00 UTC after.
        Calendar.AddWorkingDays(At("2026-03-27T10:00Z"), 2).ShouldBe(At("2026-03-31T09:00Z"));
        Calendar.AddWorkingTime(At("2026-03-27T16:00Z"), TimeSpan.FromHours(2)).ShouldBe(At("2026-03-30T09:00Z"));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(150)]
    [InlineData(200)]
    public void Should_reach_each_share_of_a_span_in_working_time(int percent)
    {
        var (from, until) = (At("2026-11-19T11:00Z"), Calendar.AddWorkingDays(At("2026-11-19T11:00Z"), 2));

        var at = Calendar.AtPercent(from, until, percent);

        Calendar.WorkingTimeBetween(from, at).ShouldBe(Calendar.WorkingTimeBetween(from, until) * percent / 100);
    }

    [Fact]
    public void Should_use_the_hours_of_the_Azores()
    {
        var azores = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("Atlantic/Azores"), [OpeningHours.Assumed], municipalHoliday: null);

        azores.AddWorkingTime(At("2026-11-23T09:00Z"), TimeSpan.FromHours(1)).ShouldBe(At("2026-11-23T11:00Z")); // 09:00 there is 10:00 UTC
    }

    [Fact]
    public void Should_close_on_the_municipal_holiday()
    {
        var lisbon = new BusinessCalendar(Lisbon, [OpeningHours.Assumed], municipalHoliday: (6, 15));

        lisbon.IsWorkingDay(new DateOnly(2026, 6, 15)).ShouldBeFalse();
        Calendar.IsWorkingDay(new DateOnly(2026, 6, 15)).ShouldBeTrue();
    }

    [Fact]
    public void Should_count_a_lunch_break_as_closed()
    {
        DayOfWeek[] monday = [DayOfWeek.Monday];
        var split = new BusinessCalendar(Lisbon, [new(monday, new(14, 0), new(17, 0)), new(monday, new(9, 0), new(12, 0))], municipalHoliday: null);

        split.AddWorkingTime(At("2026-11-23T11:00Z"), TimeSpan.FromHours(2)).ShouldBe(At("2026-11-23T15:00Z"));
    }

    [Fact]
    public void Should_fall_back_to_the_wall_clock_when_a_centre_never_opens() =>
        new BusinessCalendar(Lisbon, [], municipalHoliday: null).AddWorkingTime(At("2026-11-23T11:00Z"), TimeSpan.FromHours(2)).ShouldBe(At("2026-11-23T13:00Z"));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
