using System.Globalization;
using System.Text;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>One appointment as iCalendar (RFC 5545). Neither the person nor the office is in it: telephones are looked at by others.</summary>
internal static class CalendarFile
{
    public const string MediaType = "text/calendar; charset=utf-8";
    private const int LongestLine = 75;

    public static string Write(Appointment appointment, string place)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(appointment, place))
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(Appointment appointment, string place) =>
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CNAIM//Appointments//PT",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        $"UID:{appointment.AppointmentId}@cnaim",
        "DTSTAMP:" + Utc(appointment.BookedAt),
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

    internal static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

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
