using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>How an appointment moves; pure.</summary>
internal static class AppointmentRules
{
    /// <summary>How many no-shows bring the hint to ask for a better channel. It is never a reason to refuse anything.</summary>
    public const int NoShowsForHint = 2;

    /// <summary>Decides a move. Moving to another time ends this appointment; the caller says which one follows.</summary>
    /// <param name="current">The appointment.</param>
    /// <param name="action">A code of <see cref="AppointmentAction"/>.</param>
    /// <param name="reason">Required to cancel, and only then.</param>
    /// <param name="now">UTC.</param>
    public static Decision<Appointment> Move(Appointment current, string action, string? reason, DateTimeOffset now)
    {
        if (TargetOf(current.State, action) is not { } target)
        {
            return AppointmentRefusals.MoveNotAllowed(current.State, action, AllowedMoves(current.State));
        }

        if ((action is AppointmentAction.Cancel) != AppointmentCodes.Reasons.Contains(reason ?? "", StringComparer.Ordinal) || (action is not AppointmentAction.Cancel && reason is not null))
        {
            return AppointmentRefusals.InvalidReason;
        }

        return target is AppointmentState.NoShow && now < current.StartsAt
            ? AppointmentRefusals.TooEarly
            : current with { State = target, Reason = reason, Version = current.Version + 1 };
    }

    /// <summary>Records that the person has arrived; a second time changes nothing.</summary>
    public static Decision<Appointment> CheckIn(Appointment current, DateTimeOffset now) => current switch
    {
        { CheckedInAt: not null } => current,
        { State: AppointmentState.Proposed or AppointmentState.Booked or AppointmentState.Confirmed } => current with { CheckedInAt = now, Version = current.Version + 1 },
        _ => AppointmentRefusals.MoveNotAllowed(current.State, "check-in", AllowedMoves(current.State)),
    };

    /// <summary>The moves that an appointment allows now.</summary>
    public static IReadOnlyList<string> AllowedMoves(string state) => [.. AppointmentAction.All.Where(action => TargetOf(state, action) is not null)];

    // Who comes late after all was there: no-show can still become attended.
    private static string? TargetOf(string state, string action) => (state, action) switch
    {
        (AppointmentState.Proposed, AppointmentAction.Confirm) => AppointmentState.Booked,
        (AppointmentState.Booked, AppointmentAction.Confirm) => AppointmentState.Confirmed,
        (AppointmentState.Proposed or AppointmentState.Booked or AppointmentState.Confirmed, AppointmentAction.Move) => AppointmentState.Moved,
        (AppointmentState.Proposed or AppointmentState.Booked or AppointmentState.Confirmed, AppointmentAction.Cancel) => AppointmentState.Cancelled,
        (AppointmentState.Booked or AppointmentState.Confirmed or AppointmentState.NoShow, AppointmentAction.Attended) => AppointmentState.Attended,
        (AppointmentState.Booked or AppointmentState.Confirmed, AppointmentAction.NoShow) => AppointmentState.NoShow,
        _ => null,
    };
}
