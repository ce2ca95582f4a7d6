namespace Cnaim.OfficeKit.Appointments;

/// <summary>A row of <c>appointment</c>.</summary>
internal sealed record Appointment
{
    public Guid AppointmentId { get; init; }

    /// <summary>Where it takes place.</summary>
    public string Centre { get; init; } = "";

    /// <summary>Where it was made.</summary>
    public string BookedCentre { get; init; } = "";

    public DateOnly LocalDay { get; init; }

    /// <summary>What the person says at reception; unique at the centre on that day.</summary>
    public string Code { get; init; } = "";

    /// <summary>Null after a purge.</summary>
    public string? PersonRef { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? ReferralId { get; init; }

    public Guid CalendarId { get; init; }

    /// <summary>Who is busy with it; see <see cref="StaffCalendar.Holder"/>.</summary>
    public string Holder { get; init; } = "";

    /// <summary>The counter's name; null when a member of staff gives it.</summary>
    public string? Counter { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public string State { get; init; } = "";

    public string? Reason { get; init; }

    public string Channel { get; init; } = "";

    /// <summary>ISO 639-3, or null.</summary>
    public string? Language { get; init; }

    public bool Interpreter { get; init; }

    public Guid? InterpreterBookingId { get; init; }

    public Guid? MovedFrom { get; init; }

    public Guid? MovedTo { get; init; }

    public DateTimeOffset? CheckedInAt { get; init; }

    public string BookedBy { get; init; } = "";

    public DateTimeOffset BookedAt { get; init; }

    public int Version { get; init; }
}
