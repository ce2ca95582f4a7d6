namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>When a counter, or a member of staff, gives appointments at a centre.</summary>
internal sealed record AppointmentCalendar
{
    public required Guid Id { get; init; }

    public string? Subject { get; init; }

    public string? Counter { get; init; }

    public required IReadOnlyList<string> Days { get; init; }

    public required TimeOnly Opens { get; init; }

    public required TimeOnly Closes { get; init; }

    public required int SlotMinutes { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public IReadOnlyList<CalendarAbsence> Absences { get; init; } = [];

    public required int Version { get; init; }

    /// <summary><c>now</c>, <c>coming</c> or <c>past</c>.</summary>
    public string StateOn(DateOnly today) => ValidFrom > today ? "coming" : ValidTo < today ? "past" : "now";
}

/// <summary>A time without appointments.</summary>
internal sealed record CalendarAbsence(DateTimeOffset From, DateTimeOffset Until);

/// <summary>The calendars of an office at a centre.</summary>
internal sealed record AppointmentCalendarList(IReadOnlyList<AppointmentCalendar> Items);
