using Cnaim.Contracts.Codes;
using Cnaim.Contracts.Commands;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What each side does with the other side's messages, so that any two moves that cross end equal on both sides (ADR 0004).</summary>
internal static class CrossingMoves
{
    /// <summary>The sender hears of a receiver's move: the receiver decides, except about a mistake.</summary>
    /// <returns>The sender's new state, or the same instance when nothing changes.</returns>
    public static ReferralView Adopt(ReferralView sender, ReportReferralProgress report)
    {
        if (Is(sender, ReferralStatus.EnteredInError) || Is(sender, ReferralStatus.Draft))
        {
            return sender;
        }

        return new ReferralView
        {
            Status = report.Status,
            LastVerb = report.Action,
            StatusReason = report.StatusReason,
            Outcome = report.Outcome,
            Results = report.Results,
            CancellationRequested = sender.CancellationRequested && !ReferralRules.IsFinal(report.Status),
            TimedOut = false,
        };
    }

    /// <summary>The receiver hears of a sender's cancel, mistake or time-out.</summary>
    public static CancelAnswer Answer(ReferralView receiver, CancelReferral command) => command.Kind switch
    {
        CancelKind.EnterInError => new CancelAnswer(
            Ended(receiver, ReferralStatus.EnteredInError, ReferralVerb.EnteredInError, reason: null),
            Moved: !Is(receiver, ReferralStatus.EnteredInError),
            Reports: false),
        _ when Is(receiver, ReferralStatus.EnteredInError) => new CancelAnswer(receiver, Moved: false, Reports: false),
        CancelKind.NoResponse when Is(receiver, ReferralStatus.Requested) => Cancelled(receiver, StatusReason.NoResponse),
        CancelKind.Cancel when !ReferralRules.IsFinal(receiver.Status) => Cancelled(receiver, command.Reason),
        _ => new CancelAnswer(receiver, Moved: false, Reports: true),
    };

    /// <summary>The sender's time-out at 200 % of acknowledge-by: closes a receiver that never moved.</summary>
    /// <returns>The closed state, or null when the receiver has answered meanwhile.</returns>
    public static ReferralView? TimeOut(ReferralView sender) => Is(sender, ReferralStatus.Requested)
        ? Ended(sender, ReferralStatus.Cancelled, ReferralVerb.Cancelled, StatusReason.NoResponse) with { TimedOut = true }
        : null;

    private static CancelAnswer Cancelled(ReferralView receiver, string reason) =>
        new(Ended(receiver, ReferralStatus.Cancelled, ReferralVerb.Cancelled, reason), Moved: true, Reports: true);

    private static ReferralView Ended(ReferralView view, string status, string verb, string? reason) => view with
    {
        Status = status,
        LastVerb = verb,
        StatusReason = reason,
        Outcome = null,
        Results = [],
        CancellationRequested = false,
        TimedOut = false,
    };

    private static bool Is(ReferralView view, string status) => string.Equals(view.Status, status, StringComparison.Ordinal);
}
