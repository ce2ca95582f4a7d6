using System.Text;
using Cnaim.OfficeKit.Appointments;

namespace Cnaim.OfficeKit.Tests.Appointments;

public sealed class When_a_calendar_file_is_written
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 19, 0, 7, TimeSpan.Zero);

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
    public void Should_say_when_and_where_and_nothing_else() => CalendarFile.Write(Booked, "CNAIM Lisboa", Now).Split("\r\n").ShouldBe(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CNAIM//Appointments//PT",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:0199f5a0-0000-7000-8000-000000000001@cnaim",
        "DTSTAMP:20261122T190007Z",
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
    public void Should_say_how_sure_it_is(string state, string status) => CalendarFile.Write(Booked with { State = state }, "x", Now).ShouldContain($"STATUS:{status}\r\n");

    [Fact]
    public void Should_escape_what_would_begin_something_new() =>
        CalendarFile.Write(Booked, "Rua A, 1; \\ B\r\nBEGIN:VALARM", Now).ShouldContain("LOCATION:Rua A\\, 1\\; \\\\ B\\nBEGIN:VALARM\r\n");

    [Fact]
    public void Should_fold_long_lines_at_75_octets_and_cut_no_character()
    {
        var place = string.Concat(Enumerable.Repeat("Ação de atendimento à população 🏢 ", 8));

        var text = CalendarFile.Write(Booked, place, Now);

        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("LOCATION:" + place + "\r\n");
        text.ShouldNotContain('\ufffd');
    }

    [Theory]
    [InlineData("CNAIM Lisboa", "booked")]
    [InlineData("Rua A, 1; \\ B\r\nC\rD\u2028E", "proposed")]
    [InlineData("\u0000a\u0007\tb\u007f", "cancelled")]
    [InlineData("Ação de atendimento à população 🏢 Ação de atendimento à população 🏢 Ação de atendimento à população 🏢", "moved")]
    [InlineData("", "confirmed")]
    public void Should_be_what_a_strict_reader_takes(string place, string state)
    {
        var read = CalendarReader.Read(Encoding.UTF8.GetBytes(CalendarFile.Write(Booked with { State = state }, place, Now)));

        (read["UID"], read["DTSTAMP"]).ShouldBe(("0199f5a0-0000-7000-8000-000000000001@cnaim", "20261122T190007Z"));
        read["LOCATION"].ShouldBe(string.Concat(place.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))));
    }

    [Theory]
    [InlineData("\r\n", "\n")]
    [InlineData("UID:", "X-UID:")]
    [InlineData("DTSTAMP:", "X-STAMP:")]
    [InlineData("END:VEVENT\r\n", "")]
    [InlineData("SUMMARY:Atendimento", "SUMMARY:a;b")]
    [InlineData("SUMMARY:Atendimento", "SUMMARY:a\\b")]
    [InlineData("SUMMARY:Atendimento", "SUMMARY:\u0007")]
    [InlineData("SUMMARY:Atendimento", "SUMMARY:a long line that nobody has folded a long line that nobody has folded a long")]
    [InlineData("CALSCALE:GREGORIAN", "METHOD:PUBLISH")]
    [InlineData("DTEND:20261123T0930", "DTEND:20261123T0900")]
    public void Should_not_pass_a_strict_reader_with_a_fault(string right, string wrong) =>
        Should.Throw<FormatException>(() => CalendarReader.Read(Encoding.UTF8.GetBytes(CalendarFile.Write(Booked, "CNAIM Lisboa", Now).Replace(right, wrong, StringComparison.Ordinal))));
}
