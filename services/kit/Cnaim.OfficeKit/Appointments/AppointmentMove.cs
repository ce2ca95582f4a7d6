namespace Cnaim.OfficeKit.Appointments;

/// <summary>The body of an appointment's move; may be left out where nothing is asked.</summary>
internal sealed record AppointmentMove
{
    /// <summary>Required to cancel.</summary>
    public string? Reason { get; init; }

    /// <summary>Required to move: the new time.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>To move: whose time; null is whoever is free.</summary>
    public Guid? CalendarId { get; init; }
}
