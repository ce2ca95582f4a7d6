using Cnaim.Mediation.Matching;
using Cnaim.Mediation.Mediators;

namespace Cnaim.Mediation.Tests.Matching;

public sealed class When_a_rota_is_read
{
    private static readonly DateOnly Monday = new(2027, 6, 7);

    [Fact]
    public void Should_follow_the_clock_of_the_centre_in_summer_and_winter()
    {
        Hours(Samples.Office, Monday).ShouldBe([Slot(2027, 6, 7, 8, 16)]);
        Hours(Samples.Office, new DateOnly(2027, 1, 11)).ShouldBe([Slot(2027, 1, 11, 9, 17)]);
    }

    [Fact]
    public void Should_begin_when_the_clock_goes_on_where_it_skips_midnight()
    {
        var azores = TimeZoneInfo.FindSystemTimeZoneById("Atlantic/Azores");
        var sunday = new Rota { Hours = [new WeeklyHours { Day = "SU", From = "00:00", To = "02:00" }] };

        Availability.Hours(sunday, new DateOnly(2027, 3, 28), 1, azores).ShouldBe([new TimeSlot(new DateTimeOffset(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 28, 2, 0, 0, TimeSpan.Zero))]);
    }

    [Fact]
    public void Should_take_absences_away_and_add_extra_hours()
    {
        var rota = Samples.Office with
        {
            Exceptions =
            [
                new RotaException { Date = Monday, Kind = "away", From = "12:00", To = "13:00" },
                new RotaException { Date = Monday, Kind = "extra", From = "18:00", To = "19:00" },
                new RotaException { Date = Monday.AddDays(1), Kind = "away" },
            ],
        };

        Hours(rota, Monday).ShouldBe([Slot(2027, 6, 7, 8, 11), Slot(2027, 6, 7, 12, 16), Slot(2027, 6, 7, 17, 18)]);
        Hours(rota, Monday.AddDays(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Should_find_the_next_time_that_is_long_enough()
    {
        var free = Availability.Free(Samples.Office, [Samples.From(Samples.Monday.AddMinutes(20), 6 * 60), Samples.From(Samples.Monday.AddMinutes(400), 600)], Samples.Monday, Samples.Lisbon);

        Availability.Next(free, TimeSpan.FromMinutes(20)).ShouldBe(Samples.Monday);
        Availability.Next(free, TimeSpan.FromMinutes(21)).ShouldBe(new DateTimeOffset(2027, 6, 8, 8, 0, 0, TimeSpan.Zero));
        Availability.Next(free, TimeSpan.FromHours(9)).ShouldBeNull();
    }

    private static IReadOnlyList<TimeSlot> Hours(Rota rota, DateOnly day) => Availability.Hours(rota, day, 1, Samples.Lisbon);

    private static TimeSlot Slot(int year, int month, int day, int from, int until) =>
        new(new DateTimeOffset(year, month, day, from, 0, 0, TimeSpan.Zero), new DateTimeOffset(year, month, day, until, 0, 0, TimeSpan.Zero));
}
