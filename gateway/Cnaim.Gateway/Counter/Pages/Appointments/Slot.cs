using System.Globalization;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>A free time.</summary>
internal sealed record Slot
{
    private const char Between = '|';

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public Guid CalendarId { get; init; }

    public string? Counter { get; init; }

    public bool Extended { get; init; }

    /// <summary>The time as a form sends it back.</summary>
    public string Value => StartsAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + Between + CalendarId;

    /// <summary>What a form sent back; null when it is no time.</summary>
    public static Slot? Read(string? value)
    {
        var parts = value?.Split(Between) ?? [];
        return parts.Length == 2
            && DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var startsAt)
            && Guid.TryParse(parts[1], out var calendarId)
            ? new Slot { StartsAt = startsAt, CalendarId = calendarId }
            : null;
    }
}

/// <summary>Free times of a period, and the first one after it when there are none.</summary>
internal sealed record SlotList(IReadOnlyList<Slot> Items, Slot? NextFree);
