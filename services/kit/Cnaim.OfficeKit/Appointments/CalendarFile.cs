using System.Globalization;
using System.Text;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>One appointment as iCalendar (RFC 5545). Neither the person nor the office is in it: telephones are looked at by others. So it has no organizer, and without one no method either (RFC 5546).</summary>
internal static class CalendarFile
{
    public const string MediaType = "text/calendar; charset=utf-8";
    private const int LongestLine = 75;

    public static string Write(Appointment appointment, string place, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(appointment, place, now))
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(Appointment appointment, string place, DateTimeOffset now) =>
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CNAIM//Appointments//PT",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        $"UID:{appointment.AppointmentId}@cnaim",
        "DTSTAMP:" + Utc(now),
        $"SEQUENCE:{appointment.Version.ToString(CultureInfo.InvariantCulture)}",
        "DTSTART:" + Utc(appointment.StartsAt),
        "DTEND:" + Utc(appointment.EndsAt),
        "SUMMARY:Atendimento",
        "LOCATION:" + Escape(place),
        "STATUS:" + StatusOf(appointment.State),
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ];

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string StatusOf(string state) => state switch
    {
        AppointmentState.Proposed => "TENTATIVE",
        AppointmentState.Cancelled or AppointmentState.Moved => "CANCELLED",
        _ => "CONFIRMED",
    };

    // A line's end is told, a tab may stay, and nothing else that is no text.
    internal static string Escape(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter)))
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    // A line has at most 75 octets; the rest goes on after a blank, and no character is cut in two.
    internal static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
