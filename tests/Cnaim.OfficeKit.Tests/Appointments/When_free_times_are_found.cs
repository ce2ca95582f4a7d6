using System.Globalization;
using Cnaim.OfficeKit.Appointments;
using Cnaim.OfficeKit.Calendar;

namespace Cnaim.OfficeKit.Tests.Appointments;

public sealed class When_free_times_are_found
{
    private static readonly BusinessCalendar Centre = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon"), [OpeningHours.Assumed], municipalHoliday: null);
    private static readonly StaffCalendar Counter = new()
    {
        CalendarId = Guid.CreateVersion7(),
        Centre = "cnaim-lisboa",
        Counter = "1",
        Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
        Opens = TimeSpan.FromHours(9),
        Closes = TimeSpan.FromHours(11),
        SlotMinutes = 30,
        ValidFrom = new DateOnly(2026, 1, 1),
    };

    [Fact]
    public void Should_follow_the_counter_on_its_grid() => Times([Counter], [], "2026-11-23").ShouldBe(["09:00", "09:30", "10:00", "10:30"]);

    [Theory]
    [InlineData("2026-11-22")] // Sunday: the centre is closed
    [InlineData("2026-12-01")] // national holiday
    public void Should_find_none_when_the_centre_is_closed(string day) => Times([Counter], [], day).ShouldBeEmpty();

    [Fact]
    public void Should_not_reach_beyond_the_centres_hours() =>
        Times([Counter with { Opens = TimeSpan.FromHours(16), Closes = TimeSpan.FromHours(20) }], [], "2026-11-23").ShouldBe(["16:00", "16:30"]);

    [Theory]
    [InlineData("2026-11-23T09:30Z", "2026-11-23T10:00Z", "09:00 10:00 10:30")]
    [InlineData("2026-11-23T09:45Z", "2026-11-23T10:15Z", "09:00 10:30")]
    [InlineData("2026-11-23T08:00Z", "2026-11-23T09:00Z", "09:00 09:30 10:00 10:30")] // ends when the first begins
    public void Should_leave_out_what_is_taken(string from, string until, string left) =>
        string.Join(' ', Times([Counter], [new BusyTime { Holder = Counter.Holder, StartsAt = At(from), EndsAt = At(until) }], "2026-11-23")).ShouldBe(left);

    [Fact]
    public void Should_leave_out_absences_and_days_that_it_does_not_serve()
    {
        var absent = Counter with { AbsentFrom = [At("2026-11-23T09:00Z").UtcDateTime], AbsentUntil = [At("2026-11-23T10:30Z").UtcDateTime] };

        Times([absent], [], "2026-11-23").ShouldBe(["10:30"]);
        Times([Counter with { Days = ["TU"] }], [], "2026-11-23").ShouldBeEmpty();
        Times([Counter with { ValidTo = new DateOnly(2026, 11, 22) }], [], "2026-11-23").ShouldBeEmpty();
        Times([Counter with { ValidFrom = new DateOnly(2026, 11, 24) }], [], "2026-11-23").ShouldBeEmpty();
        Times([Counter with { ValidFrom = new DateOnly(2026, 11, 23), ValidTo = new DateOnly(2026, 11, 23) }], [], "2026-11-23").Count.ShouldBe(4);
    }

    [Fact]
    public void Should_know_a_member_of_staff_at_both_of_their_calendars()
    {
        var (morning, afternoon) = (Staff(9, 11), Staff(10, 12));

        Times([morning, afternoon], [new BusyTime { Holder = "staff:a", StartsAt = At("2026-11-23T10:00Z"), EndsAt = At("2026-11-23T11:00Z") }], "2026-11-23")
            .ShouldBe(["09:00", "09:30", "11:00", "11:30"]);
        Times([morning, Counter], [new BusyTime { Holder = "staff:a", StartsAt = At("2026-11-23T09:00Z"), EndsAt = At("2026-11-23T11:00Z") }], "2026-11-23").Count.ShouldBe(4);
    }

    [Fact]
    public void Should_take_another_length_than_the_usual_one() =>
        Find([Counter], [], new SlotQuery(At("2026-11-23T00:00Z"), At("2026-11-24T00:00Z"), TimeSpan.FromMinutes(60))).Select(slot => Time(slot.Start)).ShouldBe(["09:00", "09:30", "10:00"]);

    [Fact]
    public void Should_keep_the_local_time_over_a_clock_change()
    {
        Find([Counter], [], Day("2026-03-27")).First().Start.ShouldBe(At("2026-03-27T09:00Z"));
        Find([Counter], [], Day("2026-03-30")).First().Start.ShouldBe(At("2026-03-30T08:00Z"));
    }

    [Fact]
    public void Should_mark_extended_hours()
    {
        var longer = new BusinessCalendar(TimeZoneInfo.Utc, [new OpeningHours([DayOfWeek.Monday, DayOfWeek.Saturday], new TimeOnly(8, 0), new TimeOnly(20, 0))], municipalHoliday: null);
        var counter = Counter with { Opens = TimeSpan.FromHours(8), Closes = TimeSpan.FromHours(18), SlotMinutes = 60 };

        var monday = FreeSlots.Find(longer, [counter], [], Day("2026-11-23")).ToList();
        monday.Where(slot => slot.IsExtended).Select(slot => Time(slot.Start)).ShouldBe(["08:00", "17:00"]);
        FreeSlots.Find(longer, [counter], [], Day("2026-11-28")).ShouldAllBe(slot => slot.IsExtended);
    }

    [Fact]
    public void Should_begin_where_it_is_asked_to_and_end_by_then() =>
        Find([Counter], [], new SlotQuery(At("2026-11-23T09:10Z"), At("2026-11-23T10:30Z"), null)).Select(slot => Time(slot.Start)).ShouldBe(["09:30", "10:00"]);

    private static StaffCalendar Staff(int opens, int closes) => Counter with
    {
        CalendarId = Guid.CreateVersion7(),
        Counter = null,
        Subject = "a",
        Opens = TimeSpan.FromHours(opens),
        Closes = TimeSpan.FromHours(closes),
    };

    private static IReadOnlyList<string> Times(IReadOnlyList<StaffCalendar> calendars, IReadOnlyList<BusyTime> busy, string day) =>
        [.. Find(calendars, busy, Day(day)).Select(slot => Time(slot.Start))];

    private static IEnumerable<Slot> Find(IReadOnlyList<StaffCalendar> calendars, IReadOnlyList<BusyTime> busy, SlotQuery query) => FreeSlots.Find(Centre, calendars, busy, query);

    private static SlotQuery Day(string day) => new(At(day + "T00:00Z"), At(day + "T00:00Z").AddDays(1), Length: null);

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
