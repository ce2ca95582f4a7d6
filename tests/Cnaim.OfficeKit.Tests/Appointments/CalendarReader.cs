using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cnaim.OfficeKit.Tests.Appointments;

/// <summary>Reads one event of an iCalendar file by the rules of RFC 5545, and takes nothing that they forbid.</summary>
internal static partial class CalendarReader
{
    private const int LongestLine = 75;
    private static readonly string[] Texts = ["SUMMARY", "LOCATION", "DESCRIPTION", "UID"];
    private static readonly string[] Once = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "LOCATION", "STATUS", "CLASS"];

    /// <summary>The properties of calendar and event, texts without their escapes.</summary>
    /// <exception cref="FormatException">A rule is broken; the message says which.</exception>
    public static Dictionary<string, string> Read(byte[] file)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        Demand(text.EndsWith("\r\n", StringComparison.Ordinal) && !text.Replace("\r\n", "", StringComparison.Ordinal).AsSpan().ContainsAny('\r', '\n'), "lines end with CRLF (3.1)");
        Demand(text.Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= LongestLine), "a line has at most 75 octets (3.1)");
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1];
        var (open, properties) = (new Stack<string>(), new List<(string Name, string Value)>());
        foreach (var line in lines)
        {
            var match = ContentLine().Match(line);
            Demand(match.Success, $"a line is a name and a value, without controls (3.1): {line}");
            Take(match.Groups["name"].Value, match.Groups["value"].Value, open, properties);
        }

        Demand(open.Count == 0, "what begins ends (3.4)");
        return Checked(properties);
    }

    private static void Take(string name, string value, Stack<string> open, List<(string Name, string Value)> properties)
    {
        if (name is "BEGIN")
        {
            Demand(value is "VCALENDAR" ? open.Count == 0 : value is "VEVENT" && open.TryPeek(out var outer) && outer is "VCALENDAR", "an event lies in a calendar (3.6)");
            open.Push(value);
        }
        else if (name is "END")
        {
            Demand(open.TryPop(out var begun) && string.Equals(begun, value, StringComparison.Ordinal), "what begins ends (3.4)");
        }
        else
        {
            Demand(open.Count > 0, "a property lies in a component (3.4)");
            properties.Add((name, Texts.Contains(name, StringComparer.Ordinal) ? Unescaped(value) : value));
        }
    }

    private static Dictionary<string, string> Checked(List<(string Name, string Value)> properties)
    {
        var read = properties.GroupBy(property => property.Name, property => property.Value, StringComparer.Ordinal).ToDictionary(values => values.Key, values => values.First(), StringComparer.Ordinal);
        Demand(Once.All(name => properties.Count(property => string.Equals(property.Name, name, StringComparison.Ordinal)) <= 1), "these are there once at most (3.6.1)");
        Demand(read.GetValueOrDefault("VERSION") is "2.0" && read.ContainsKey("PRODID"), "a calendar has version and product (3.6)");
        Demand(read.GetValueOrDefault("UID") is { Length: > 0 } && read.ContainsKey("DTSTAMP") && read.ContainsKey("DTSTART"), "an event has UID, DTSTAMP, DTSTART (3.6.1)");
        Demand(!read.ContainsKey("METHOD") || read.ContainsKey("ORGANIZER"), "with a method there is an organizer (RFC 5546, 3.2)");
        Demand(Moment(read["DTSTAMP"]) is not null, "DTSTAMP is in UTC (3.8.7.2)");
        Demand(Moment(read["DTSTART"]) < Moment(read.GetValueOrDefault("DTEND", "")), "an event ends after it begins (3.8.2.2)");
        Demand(read.GetValueOrDefault("STATUS") is "TENTATIVE" or "CONFIRMED" or "CANCELLED", "an event's states (3.8.1.11)");
        Demand(int.TryParse(read.GetValueOrDefault("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out _), "a sequence is a number (3.8.7.4)");
        return read;
    }

    private static string Unescaped(string value)
    {
        Demand(Text().IsMatch(value), $"backslash, semicolon and comma are escaped (3.3.11): {value}");
        return Escape().Replace(value, found => found.Value is "\\n" or "\\N" ? "\n" : found.Value[1..]);
    }

    private static DateTime? Moment(string value) => DateTime.TryParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    private static void Demand(bool holds, string rule)
    {
        if (!holds)
        {
            throw new FormatException(rule);
        }
    }

    [GeneratedRegex("^(?<name>[A-Za-z0-9-]+)(;[A-Za-z0-9-]+=(\"[^\"\\x00-\\x08\\x0A-\\x1F\\x7F]*\"|[^\";:,\\x00-\\x08\\x0A-\\x1F\\x7F]*))*:(?<value>[^\\x00-\\x08\\x0A-\\x1F\\x7F]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"^([^\\;,]|\\[\\;,nN])*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text();

    [GeneratedRegex(@"\\[\\;,nN]", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
