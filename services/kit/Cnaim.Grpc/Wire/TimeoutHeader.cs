using System.Globalization;

namespace Grpc.Wire;

/// <summary>The header <c>grpc-timeout</c>: at most eight digits and a unit.</summary>
internal static class TimeoutHeader
{
    private const long MaximumValue = 99_999_999;

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan timeout)
    {
        timeout = default;
        if (text.Length is < 2 or > 9 || !long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        long? ticks = text[^1] switch
        {
            'n' => value / TimeSpan.NanosecondsPerTick,
            'u' => value * TimeSpan.TicksPerMicrosecond,
            'm' => value * TimeSpan.TicksPerMillisecond,
            'S' => value * TimeSpan.TicksPerSecond,
            'M' => value * TimeSpan.TicksPerMinute,
            'H' => value * TimeSpan.TicksPerHour,
            _ => null,
        };
        timeout = new TimeSpan(ticks ?? 0);
        return ticks is not null;
    }

    public static string Format(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero)
        {
            return "1n";
        }

        var (value, unit) = timeout.Ticks switch
        {
            < MaximumValue * TimeSpan.TicksPerMicrosecond => (timeout.Ticks / TimeSpan.TicksPerMicrosecond, 'u'),
            < MaximumValue * TimeSpan.TicksPerMillisecond => (timeout.Ticks / TimeSpan.TicksPerMillisecond, 'm'),
            < MaximumValue * TimeSpan.TicksPerSecond => (timeout.Ticks / TimeSpan.TicksPerSecond, 'S'),
            _ => (Math.Min(timeout.Ticks / TimeSpan.TicksPerMinute, MaximumValue), 'M'),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(value, 1)}{unit}");
    }
}
