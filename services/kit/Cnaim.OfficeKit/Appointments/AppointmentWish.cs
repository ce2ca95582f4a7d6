namespace Cnaim.OfficeKit.Appointments;

/// <summary>A row of <c>appointment_wish</c>: a person who waits for a time.</summary>
internal sealed record AppointmentWish
{
    public Guid WishId { get; init; }

    /// <summary>Where the time is to be.</summary>
    public string Centre { get; init; } = "";

    /// <summary>Where the person was put on the list.</summary>
    public string AskedCentre { get; init; } = "";

    public string PersonRef { get; init; } = "";

    public Guid? CaseId { get; init; }

    public Guid? ReferralId { get; init; }

    public string Channel { get; init; } = "";

    /// <summary>ISO 639-3, or null.</summary>
    public string? Language { get; init; }

    public bool Interpreter { get; init; }

    public DateTimeOffset AskedAt { get; init; }
}
