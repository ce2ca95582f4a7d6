using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Mediation.Bookings;

/// <summary>How a booking moves; pure.</summary>
internal static class BookingRules
{
    private static readonly string[] Reasons = ["no-show", "cancelled", "person-declined", "no-mediator", "technical"];

    /// <summary>Decides a move. A match needs a mediator; a decline takes the next one, or none.</summary>
    /// <param name="current">The booking.</param>
    /// <param name="action">One of <see cref="BookingAction"/>.</param>
    /// <param name="next">Who is held from now on, with match and decline; null when nobody is free.</param>
    /// <param name="reason">With fail, one of the reasons.</param>
    /// <param name="now">UTC.</param>
    public static Decision<Booking> Move(Booking current, string action, HeldMediator? next, string? reason, DateTimeOffset now)
    {
        if (TargetOf(current.State, action) is not { } target)
        {
            return MediationRefusals.NotNow(AllowedMoves(current.State));
        }

        var moved = current with { State = target, Version = current.Version + 1 };
        return action switch
        {
            BookingAction.Match => next is null ? MediationRefusals.NobodyElse : Hold(moved, next),
            BookingAction.Decline => Hold(moved with { Declined = current.Declined + 1 }, next),
            BookingAction.Start => moved with { StartedAt = now },
            BookingAction.Complete => End(moved, now),
            BookingAction.Fail => Reasons.Contains(reason, StringComparer.Ordinal) ? End(moved with { Reason = reason }, now) : MediationRefusals.UnknownReason,
            _ => moved,
        };
    }

    /// <summary>The moves that a booking allows now.</summary>
    public static IReadOnlyList<string> AllowedMoves(string state) => [.. BookingAction.All.Where(action => TargetOf(state, action) is not null)];

    // Whoever leaves a booking is not asked again for it.
    private static Booking Hold(Booking booking, HeldMediator? next) => booking with
    {
        State = next is null ? BookingState.Requested : BookingState.Matched,
        ExcludedMediators = booking.MediatorId is { } left && left != next?.MediatorId ? [.. booking.ExcludedMediators.Append(left).Distinct()] : booking.ExcludedMediators,
        MediatorId = next?.MediatorId,
        MediatorNo = next?.MediatorNo,
        MediatorName = next?.DisplayName,
        MediatorCentre = next?.Centre,
    };

    // Whom a person did not want is nobody's business any more.
    private static Booking End(Booking booking, DateTimeOffset now) => booking with { EndedAt = now, ExcludedMediators = [], ExcludedAssociations = [] };

    private static string? TargetOf(string state, string action) => (state, action) switch
    {
        (BookingState.Requested or BookingState.Matched or BookingState.Confirmed, BookingAction.Match) => BookingState.Matched,
        (BookingState.Matched, BookingAction.Confirm) => BookingState.Confirmed,
        (BookingState.Matched or BookingState.Confirmed, BookingAction.Decline) => BookingState.Requested,
        (BookingState.Matched or BookingState.Confirmed, BookingAction.Start) => BookingState.InCall,
        (BookingState.InCall, BookingAction.Complete) => BookingState.Done,
        (BookingState.Requested or BookingState.Matched or BookingState.Confirmed or BookingState.InCall, BookingAction.Fail) => BookingState.Failed,
        _ => null,
    };
}

/// <summary>Who is held by a booking.</summary>
internal sealed record HeldMediator(Guid MediatorId, long MediatorNo, string DisplayName, string Centre);
