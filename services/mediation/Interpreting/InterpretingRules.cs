using Cnaim.Mediation.Bookings;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Mediation.Interpreting;

/// <summary>How a telephone translation moves; pure.</summary>
internal static class InterpretingRules
{
    private static readonly string[] Reasons = ["no-show", "cancelled", "person-declined", "no-mediator", "technical"];

    /// <summary>Minutes that may be asked for.</summary>
    public static bool IsLength(int minutes) => minutes is >= 5 and <= 120;

    /// <param name="current">The request.</param>
    /// <param name="action">One of <see cref="InterpretingAction"/>.</param>
    /// <param name="move">What the action carries.</param>
    /// <param name="line">With match, what was found.</param>
    /// <param name="now">UTC.</param>
    public static Decision<InterpretingRequest> Move(InterpretingRequest current, string action, InterpretingMove move, LineAnswer? line, DateTimeOffset now)
    {
        if (TargetOf(current, action) is not { } target)
        {
            return MediationRefusals.NotNow(AllowedMoves(current));
        }

        var moved = current with { State = target, Version = current.Version + 1 };
        return action switch
        {
            InterpretingAction.Match => Match(moved, line!, now),
            InterpretingAction.Start => moved with { StartedAt = current.StartedAt ?? now },
            InterpretingAction.Redial => moved with { Redials = current.Redials + 1 },
            InterpretingAction.Extend => IsLength(move.Minutes ?? 0) ? moved with { PlannedUntil = current.PlannedUntil.AddMinutes(move.Minutes!.Value) } : MediationRefusals.InvalidMinutes,
            InterpretingAction.Complete => moved with { EndedAt = now },
            InterpretingAction.Rate => move.Quality is >= 1 and <= 3 ? moved with { Quality = move.Quality } : MediationRefusals.InvalidRating,
            _ => Reasons.Contains(move.Reason, StringComparer.Ordinal) ? moved with { EndedAt = now, Reason = move.Reason } : MediationRefusals.UnknownReason,
        };
    }

    /// <summary>A request that found a line, or waits for one. One that was due moves to now, with its length.</summary>
    public static InterpretingRequest Match(InterpretingRequest request, LineAnswer line, DateTimeOffset now)
    {
        var call = CallAt(request, now);
        return request with
        {
            State = line.Provider is null ? BookingState.Requested : BookingState.Matched,
            Provider = line.Provider,
            NextFree = line.NextFree,
            StartsAt = call.From,
            PlannedUntil = call.Until,
        };
    }

    /// <summary>When the call would be if it were matched now.</summary>
    public static Matching.TimeSlot CallAt(InterpretingRequest request, DateTimeOffset now) =>
        request.StartsAt >= now ? request.Call : new Matching.TimeSlot(now, now + (request.PlannedUntil - request.StartsAt));

    public static IReadOnlyList<string> AllowedMoves(InterpretingRequest request) => [.. InterpretingAction.All.Where(action => TargetOf(request, action) is not null)];

    private static string? TargetOf(InterpretingRequest request, string action) => (request.State, action) switch
    {
        (BookingState.Requested, InterpretingAction.Match) => BookingState.Matched,
        (BookingState.Matched, InterpretingAction.Start) => BookingState.InCall,
        (BookingState.Matched or BookingState.InCall, InterpretingAction.Redial) => BookingState.Matched,
        (BookingState.Matched or BookingState.InCall, InterpretingAction.Extend) => request.State,
        (BookingState.InCall, InterpretingAction.Complete) => BookingState.Done,
        (BookingState.Done, InterpretingAction.Rate) when request.Quality is null => BookingState.Done,
        (BookingState.Requested or BookingState.Matched or BookingState.InCall, InterpretingAction.Fail) => BookingState.Failed,
        _ => null,
    };
}
