namespace Cnaim.OfficeKit.Appointments;

/// <summary>An appointment in the API.</summary>
internal sealed record AppointmentResource
{
    public required Guid Id { get; init; }

    public required string State { get; init; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>The person as this office knows them; null after a purge.</summary>
    public string? PersonId { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? ReferralId { get; init; }

    public required string Centre { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required Guid CalendarId { get; init; }

    /// <summary>The counter's name; null when a member of staff gives it.</summary>
    public string? Counter { get; init; }

    /// <summary>What the person says at reception.</summary>
    public required string Code { get; init; }

    public required string Channel { get; init; }

    public string? Language { get; init; }

    public required bool Interpreter { get; init; }

    public Guid? InterpreterBookingId { get; init; }

    public Guid? MovedFrom { get; init; }

    public Guid? MovedTo { get; init; }

    public DateTimeOffset? CheckedInAt { get; init; }

    public required IReadOnlyList<string> AllowedActions { get; init; }

    /// <summary>How often the person did not come to this office in the last year; null in lists.</summary>
    public int? NoShows { get; init; }

    /// <summary>Whether to ask the person for a better way to reach them; never a reason to refuse.</summary>
    public bool? AskForBetterChannel { get; init; }

    /// <param name="appointment">The appointment.</param>
    /// <param name="noShows">Null where it was not counted.</param>
    public static AppointmentResource Of(Appointment appointment, int? noShows = null) => new()
    {
        Id = appointment.AppointmentId,
        State = appointment.State,
        Reason = appointment.Reason,
        PersonId = appointment.PersonRef,
        CaseId = appointment.CaseId,
        ReferralId = appointment.ReferralId,
        Centre = appointment.Centre,
        Day = appointment.LocalDay,
        StartsAt = appointment.StartsAt,
        EndsAt = appointment.EndsAt,
        CalendarId = appointment.CalendarId,
        Counter = appointment.Counter,
        Code = appointment.Code,
        Channel = appointment.Channel,
        Language = appointment.Language,
        Interpreter = appointment.Interpreter,
        InterpreterBookingId = appointment.InterpreterBookingId,
        MovedFrom = appointment.MovedFrom,
        MovedTo = appointment.MovedTo,
        CheckedInAt = appointment.CheckedInAt,
        AllowedActions = AppointmentRules.AllowedMoves(appointment.State),
        NoShows = noShows,
        AskForBetterChannel = noShows is { } count ? count >= AppointmentRules.NoShowsForHint : null,
    };
}
