using Cnaim.Mediation.Bookings;
using Cnaim.Mediation.Languages;

namespace Cnaim.Mediation.Interpreting;

/// <summary>A telephone translation as its desk sees it.</summary>
/// <param name="Id">The request.</param>
/// <param name="State"><c>requested</c>, <c>matched</c>, <c>in-call</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Language">The tag.</param>
/// <param name="Assumed">True where no published list says that the service offers the language.</param>
/// <param name="Centre">The centre.</param>
/// <param name="Desk">The desk.</param>
/// <param name="From">When.</param>
/// <param name="PlannedUntil">The planned end; extend moves it.</param>
/// <param name="Line">What to dial; while it is matched or in call.</param>
/// <param name="WaitMinutes">An estimate; null when a line was found or none is to be expected.</param>
/// <param name="NextFree">When a line is expected to be free.</param>
/// <param name="Redials">How often it was dialled again.</param>
/// <param name="StartedAt">When all three were on the line.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Seconds">How long it lasted.</param>
/// <param name="Quality">1 to 3.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Allowed">The moves that are allowed now.</param>
internal sealed record InterpretingView(
    Guid Id, string State, string Language, bool Assumed, string Centre, string? Desk, DateTimeOffset From, DateTimeOffset PlannedUntil, LineView? Line, int? WaitMinutes,
    DateTimeOffset? NextFree, int Redials, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int? Seconds, int? Quality, string? Reason, IReadOnlyList<string> Allowed)
{
    public static InterpretingView Of(InterpretingRequest request, Language? language, InterpretingProvider? provider, DateTimeOffset now)
    {
        var isOpen = request.State is BookingState.Matched or BookingState.InCall;
        var next = request.State is BookingState.Requested ? request.NextFree : null;
        return new InterpretingView(
            request.RequestId, request.State, request.Language, language?.Assumed is true, request.Centre, request.Desk, request.StartsAt, request.PlannedUntil,
            isOpen && provider is not null ? new LineView(provider.Name, provider.Number, provider.AccessCode) : null,
            next is { } free ? Math.Max(0, (int)Math.Ceiling((free - now).TotalMinutes)) : null,
            next, request.Redials, request.StartedAt, request.EndedAt,
            request is { StartedAt: { } started, EndedAt: { } ended } ? (int)(ended - started).TotalSeconds : null,
            request.Quality, request.Reason, InterpretingRules.AllowedMoves(request));
    }
}

/// <summary>What to dial for the three-way call.</summary>
internal sealed record LineView(string Provider, string Number, string AccessCode);
