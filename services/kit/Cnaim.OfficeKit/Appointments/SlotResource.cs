namespace Cnaim.OfficeKit.Appointments;

/// <summary>A free time in the API.</summary>
internal sealed record SlotResource
{
    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required Guid CalendarId { get; init; }

    /// <summary>The counter's name; null when a member of staff gives it.</summary>
    public string? Counter { get; init; }

    /// <summary>Outside 9 to 17 on a weekday.</summary>
    public required bool Extended { get; init; }

    public static SlotResource Of(Slot slot) => new()
    {
        StartsAt = slot.Start,
        EndsAt = slot.End,
        CalendarId = slot.Calendar.CalendarId,
        Counter = slot.Calendar.Counter,
        Extended = slot.IsExtended,
    };
}
