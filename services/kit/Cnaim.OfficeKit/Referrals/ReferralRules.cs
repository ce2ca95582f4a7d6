using Cnaim.Contracts.Codes;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The complete state table of a referral (domain.md section 4) as a pure function; every caller, API or system, goes through it.</summary>
internal static class ReferralRules
{
    /// <summary>The states that end a referral.</summary>
    public static readonly string[] FinalStatuses =
        [ReferralStatus.Rejected, ReferralStatus.Cancelled, ReferralStatus.Completed, ReferralStatus.Failed, ReferralStatus.EnteredInError];

    private static readonly string[] WithReceiver =
        [ReferralStatus.Requested, ReferralStatus.Accepted, ReferralStatus.InProgress, ReferralStatus.OnHold];

    private static readonly ReferralTransition[] Table = [.. SenderRows(), .. ReceiverRows()];

    /// <summary>Decides a move.</summary>
    /// <param name="status">The side's state now.</param>
    /// <param name="cancellationRequested">True while the sender's request to cancel is unanswered.</param>
    /// <param name="action">The action asked for.</param>
    /// <param name="side">The side that moves.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The move, or a 409 <c>move-not-allowed</c> that names the allowed moves.</returns>
    public static Decision<ReferralMove> Decide(string status, bool cancellationRequested, string action, ReferralSide side, DateTimeOffset now)
    {
        var row = Rows(status, cancellationRequested, side).FirstOrDefault(candidate => Same(candidate.Action, action));
        return row is null
            ? ReferralRefusals.MoveNotAllowed(status, action, AllowedMoves(status, cancellationRequested, side))
            : new ReferralMove
            {
                Action = action,
                Verb = row.Verb,
                From = status,
                To = row.To,
                AsksToCancel = row.Verb is null,
                At = now,
            };
    }

    /// <summary>The actions that a side may take now, in the order of the codes.</summary>
    public static IReadOnlyList<string> AllowedMoves(string status, bool cancellationRequested, ReferralSide side) =>
        [.. Rows(status, cancellationRequested, side).Select(row => row.Action)];

    /// <summary>True for the states that end a referral.</summary>
    public static bool IsFinal(string status) => FinalStatuses.Contains(status, StringComparer.Ordinal);

    private static IEnumerable<ReferralTransition> Rows(string status, bool cancellationRequested, ReferralSide side) =>
        Table.Where(row => row.Side == side && Same(row.From, status) && !(row.Verb is null && cancellationRequested));

    private static IEnumerable<ReferralTransition> SenderRows() =>
    [
        Sender(ReferralStatus.Draft, ReferralAction.Send, ReferralStatus.Requested, ReferralVerb.Requested),
        Sender(ReferralStatus.Draft, ReferralAction.Cancel, ReferralStatus.Cancelled, ReferralVerb.Cancelled),
        .. WithReceiver.Select(status => Sender(status, ReferralAction.Cancel, status, verb: null)),
        .. ReferralStatus.All.Where(status => !Same(status, ReferralStatus.EnteredInError))
            .Select(status => Sender(status, ReferralAction.EnterInError, ReferralStatus.EnteredInError, ReferralVerb.EnteredInError)),
    ];

    private static IEnumerable<ReferralTransition> ReceiverRows() =>
    [
        Receiver(ReferralStatus.Requested, ReferralAction.Accept, ReferralStatus.Accepted, ReferralVerb.Accepted),
        Receiver(ReferralStatus.Requested, ReferralAction.Reject, ReferralStatus.Rejected, ReferralVerb.Rejected),
        Receiver(ReferralStatus.Accepted, ReferralAction.Start, ReferralStatus.InProgress, ReferralVerb.Started),
        Receiver(ReferralStatus.Accepted, ReferralAction.Hold, ReferralStatus.OnHold, ReferralVerb.Held),
        Receiver(ReferralStatus.InProgress, ReferralAction.Hold, ReferralStatus.OnHold, ReferralVerb.Held),
        Receiver(ReferralStatus.OnHold, ReferralAction.Resume, ReferralStatus.InProgress, ReferralVerb.Resumed),
        .. WithReceiver.Skip(1).Select(status => Receiver(status, ReferralAction.Complete, ReferralStatus.Completed, ReferralVerb.Completed)),
        .. WithReceiver.Skip(1).Select(status => Receiver(status, ReferralAction.Fail, ReferralStatus.Failed, ReferralVerb.Failed)),
        .. WithReceiver.Select(status => Receiver(status, ReferralAction.Cancel, ReferralStatus.Cancelled, ReferralVerb.Cancelled)),
    ];

    private static ReferralTransition Sender(string from, string action, string to, string? verb) => new(from, action, ReferralSide.Sender, to, verb);

    private static ReferralTransition Receiver(string from, string action, string to, string? verb) => new(from, action, ReferralSide.Receiver, to, verb);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
