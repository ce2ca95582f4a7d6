namespace Cnaim.OfficeKit.Appointments;

/// <summary>The body of <c>POST /appointment-calendars</c> and <c>PUT /appointment-calendars/{id}</c>.</summary>
internal sealed record CalendarBody
{
    /// <summary>The subject of a member of staff's account; either this or a counter, and neither changes later.</summary>
    public string? Subject { get; init; }

    /// <summary>The name on the door.</summary>
    public string? Counter { get; init; }

    /// <summary>iCalendar days, for example <c>MO</c>.</summary>
    public required string[] Days { get; init; }

    /// <summary>Local time, <c>HH:mm</c>.</summary>
    public required TimeOnly Opens { get; init; }

    /// <summary>Local time, <c>HH:mm</c>.</summary>
    public required TimeOnly Closes { get; init; }

    /// <summary>5 to 240.</summary>
    public required int SlotMinutes { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null is without end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Times without appointments, at most 100.</summary>
    public IReadOnlyList<AbsenceBody> Absences { get; init; } = [];
}

/// <summary>A time without appointments.</summary>
internal sealed record AbsenceBody(DateTimeOffset From, DateTimeOffset Until);
