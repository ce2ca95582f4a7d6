using System.Globalization;
using System.Text.Json.Serialization;

namespace Cnaim.Gateway.Counter.Pages.Directory;

/// <summary>Hours of some days of the week; the days are null where nobody has stated them.</summary>
internal sealed record NetworkSchedule
{
    private static readonly string[] DayCodes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public string? Byday { get; init; }

    [JsonPropertyName("opens_at")]
    public string? OpensAt { get; init; }

    [JsonPropertyName("closes_at")]
    public string? ClosesAt { get; init; }

    public IReadOnlyList<string> Days => Byday?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Open at this moment of the centre's time; hours without days are no promise.</summary>
    public bool IsOpenAt(DateTime local) =>
        Days.Contains(DayCodes[(int)local.DayOfWeek], StringComparer.Ordinal)
        && TimeOnly.TryParse(OpensAt, CultureInfo.InvariantCulture, out var opens) && TimeOnly.TryParse(ClosesAt, CultureInfo.InvariantCulture, out var closes)
        && TimeOnly.FromDateTime(local) is var time && time >= opens && time < closes;
}
