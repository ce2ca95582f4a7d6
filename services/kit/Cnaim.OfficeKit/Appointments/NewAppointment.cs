namespace Cnaim.OfficeKit.Appointments;

/// <summary>The body of <c>POST /appointments</c>.</summary>
internal sealed record NewAppointment
{
    /// <summary>The person as this office knows them.</summary>
    public string? PersonId { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>5 to 240; null is the calendar's own length.</summary>
    public int? Minutes { get; init; }

    /// <summary>Whose time; null is whoever is free.</summary>
    public Guid? CalendarId { get; init; }

    /// <summary>Where; null is the caller's centre.</summary>
    public string? Centre { get; init; }

    /// <summary>A case of this office that it belongs to.</summary>
    public Guid? CaseId { get; init; }

    /// <summary><c>in-person</c>, <c>telephone</c> or <c>video</c>; null is in person.</summary>
    public string? Channel { get; init; }

    /// <summary>ISO 639-3.</summary>
    public string? Language { get; init; }

    /// <summary>Whether an interpreter is wanted.</summary>
    public bool Interpreter { get; init; }

    /// <summary>The interpreter's booking at mediation, where there is one.</summary>
    public Guid? InterpreterBookingId { get; init; }

    /// <summary>Only proposed: the person has still to say yes.</summary>
    public bool Proposed { get; init; }
}
