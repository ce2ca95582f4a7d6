namespace Cnaim.OfficeKit.Appointments;

/// <summary>A calendar of appointments in the API.</summary>
internal sealed record CalendarResource
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

    public required IReadOnlyList<AbsenceBody> Absences { get; init; }

    public required int Version { get; init; }

    public static CalendarResource Of(StaffCalendar calendar) => new()
    {
        Id = calendar.CalendarId,
        Subject = calendar.Subject,
        Counter = calendar.Counter,
        Days = calendar.Days,
        Opens = TimeOnly.FromTimeSpan(calendar.Opens),
        Closes = TimeOnly.FromTimeSpan(calendar.Closes),
        SlotMinutes = calendar.SlotMinutes,
        ValidFrom = calendar.ValidFrom,
        ValidTo = calendar.ValidTo,
        Absences = [.. calendar.Absences.Select(absence => new AbsenceBody(absence.StartsAt, absence.EndsAt))],
        Version = calendar.Version,
    };
}
