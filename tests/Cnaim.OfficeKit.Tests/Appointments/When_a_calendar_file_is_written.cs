using System.Text;
using Cnaim.OfficeKit.Appointments;

namespace Cnaim.OfficeKit.Tests.Appointments;

public sealed class When_a_calendar_file_is_written
{
    private static readonly Appointment Booked = new()
    {
        AppointmentId = Guid.Parse("0199f5a0-0000-7000-8000-000000000001"),
        Centre = "cnaim-lisboa",
        PersonRef = "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        Code = "BCD347",
        Holder = "counter:cnaim-lisboa:Apoio a vítimas",
        Counter = "Apoio a vítimas",
        Language = "kea",
        StartsAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
        EndsAt = new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero),
        BookedAt = new DateTimeOffset(2026, 11, 22, 18, 0, 5, TimeSpan.Zero),
        State = "booked",
        Version = 3,
    };

    [Fact]
    public void Should_say_when_and_where_and_nothing_else() => CalendarFile.Write(Booked, "CNAIM Lisboa").Split("\r\n").ShouldBe(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CNAIM//Appointments//PT",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:0199f5a0-0000-7000-8000-000000000001@cnaim",
        "DTSTAMP:20261122T180005Z",
        "SEQUENCE:3",
        "DTSTART:20261123T090000Z",
        "DTEND:20261123T093000Z",
        "SUMMARY:Atendimento",
        "LOCATION:CNAIM Lisboa",
        "STATUS:CONFIRMED",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]);

    [Theory]
    [InlineData("proposed", "TENTATIVE")]
    [InlineData("cancelled", "CANCELLED")]
    [InlineData("moved", "CANCELLED")]
    [InlineData("confirmed", "CONFIRMED")]
    public void Should_say_how_sure_it_is(string state, string status) => CalendarFile.Write(Booked with { State = state }, "x").ShouldContain($"STATUS:{status}\r\n");

    [Fact]
    public void Should_escape_what_would_begin_something_new() =>
        CalendarFile.Write(Booked, "Rua A, 1; \\ B\r\nBEGIN:VALARM").ShouldContain("LOCATION:Rua A\\, 1\\; \\\\ B\\nBEGIN:VALARM\r\n");

    [Fact]
    public void Should_fold_long_lines_at_75_octets_and_cut_no_character()
    {
        var place = string.Concat(Enumerable.Repeat("Ação de atendimento à população 🏢 ", 8));

        var text = CalendarFile.Write(Booked, place);

        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("LOCATION:" + place + "\r\n");
        text.ShouldNotContain('\ufffd');
    }
}
