namespace Cnaim.OfficeKit.Appointments;

/// <summary>The body of <c>POST /referrals/{id}/appointments</c>: a time, and nothing about the person.</summary>
internal sealed record NewTime
{
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Whose time; null is whoever is free.</summary>
    public Guid? CalendarId { get; init; }

    /// <summary><c>in-person</c>, <c>telephone</c> or <c>video</c>; null is in person.</summary>
    public string? Channel { get; init; }

    /// <summary>Whether an interpreter is wanted.</summary>
    public bool Interpreter { get; init; }
}
