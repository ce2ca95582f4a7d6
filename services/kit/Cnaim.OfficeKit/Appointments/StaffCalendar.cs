namespace Cnaim.OfficeKit.Appointments;

/// <summary>A row of <c>appointment_calendar</c>: when a member of staff, or a named counter, gives appointments at a centre.</summary>
internal sealed record StaffCalendar
{
    private static readonly string[] Codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public Guid CalendarId { get; init; }

    public string Centre { get; init; } = "";

    /// <summary>The subject of a member of staff's account; null for a counter.</summary>
    public string? Subject { get; init; }

    /// <summary>The name on the door; null for a member of staff.</summary>
    public string? Counter { get; init; }

    /// <summary>iCalendar days, for example <c>MO</c>.</summary>
    public string[] Days { get; init; } = [];

    /// <summary>Local time of the centre.</summary>
    public TimeSpan Opens { get; init; }

    /// <summary>Local time of the centre.</summary>
    public TimeSpan Closes { get; init; }

    public int SlotMinutes { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null is without end.</summary>
    public DateOnly? ValidTo { get; init; }

    public DateTime[] AbsentFrom { get; init; } = [];

    public DateTime[] AbsentUntil { get; init; } = [];

    public bool Demo { get; init; }

    public int Version { get; init; }

    public static IReadOnlyList<string> DayCodes => Codes;

    /// <summary>Who is busy with an appointment: a member of staff is one at every centre, a counter is one of its centre.</summary>
    public string Holder => Subject is null ? $"counter:{Centre}:{Counter}" : "staff:" + Subject;

    /// <summary>Times at which it gives none, whatever the hours say.</summary>
    public IEnumerable<BusyTime> Absences => AbsentFrom.Zip(AbsentUntil, (from, until) => new BusyTime { Holder = Holder, StartsAt = Utc(from), EndsAt = Utc(until) });

    /// <summary>Whether it gives appointments on that local date.</summary>
    public bool IsOn(DateOnly date) => date >= ValidFrom && !(date > ValidTo) && Days.Contains(Codes[(int)date.DayOfWeek], StringComparer.Ordinal);

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
