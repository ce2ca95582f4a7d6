using System.Collections.Immutable;
using Cnaim.Contracts.Codes;
using Cnaim.Contracts.Commands;
using Cnaim.OfficeKit.Referrals;

namespace Cnaim.OfficeKit.Tests.Referrals;

/// <summary>Both aggregates of one referral and the two ordered streams between them; an immutable state of the simulation.</summary>
internal sealed record TwoSides(ReferralView Sender, ReferralView Receiver, ImmutableQueue<CancelReferral> ToReceiver, ImmutableQueue<ReportReferralProgress> ToSender)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static TwoSides Requested { get; } = new(New(ReferralStatus.Requested), New(ReferralStatus.Requested), [], []);

    public bool IsQuiet => ToReceiver.IsEmpty && ToSender.IsEmpty;

    /// <summary>A person moves one side, as the endpoints do; null when the table refuses.</summary>
    public TwoSides? Act(ReferralSide side, string action)
    {
        var view = side is ReferralSide.Sender ? Sender : Receiver;
        var decision = ReferralRules.Decide(view.Status, view.CancellationRequested, action, side, Now);
        if (!decision.IsAccepted)
        {
            return null;
        }

        var after = MoveDetails.After(view, decision.Event, Body(decision.Event));
        return side is ReferralSide.Receiver
            ? this with { Receiver = after, ToSender = ToSender.Enqueue(Report(after)) }
            : this with { Sender = after, ToReceiver = ToReceiver.Enqueue(Cancel(decision.Event.AsksToCancel ? CancelKind.Cancel : CancelKind.EnterInError)) };
    }

    /// <summary>The system closes an unanswered referral.</summary>
    public TwoSides? TimeOut() => CrossingMoves.TimeOut(Sender) is { } closed
        ? this with { Sender = closed, ToReceiver = ToReceiver.Enqueue(Cancel(CancelKind.NoResponse)) }
        : null;

    public TwoSides DeliverToReceiver()
    {
        var rest = ToReceiver.Dequeue(out var command);
        var answer = CrossingMoves.Answer(Receiver, command);
        return this with { ToReceiver = rest, Receiver = answer.View, ToSender = answer.Reports ? ToSender.Enqueue(Report(answer.View)) : ToSender };
    }

    public TwoSides DeliverToSender()
    {
        var rest = ToSender.Dequeue(out var report);
        return this with { ToSender = rest, Sender = CrossingMoves.Adopt(Sender, report) };
    }

    /// <summary>What both must agree on.</summary>
    public static string Shared(ReferralView view) => $"{view.Status} {view.StatusReason} {view.Outcome} {string.Join(',', view.Results)}";

    private static ReferralView New(string status) => new() { Status = status, LastVerb = ReferralVerb.Requested };

    private static CancelReferral Cancel(string kind) => new()
    {
        ReferralId = Guid.Empty,
        Kind = kind,
        Reason = kind is CancelKind.NoResponse ? StatusReason.NoResponse : StatusReason.ClientDeclined,
        RequestedAt = Now,
    };

    private static ReportReferralProgress Report(ReferralView view) => new()
    {
        ReferralId = Guid.Empty,
        Action = view.LastVerb,
        Status = view.Status,
        StatusReason = view.StatusReason,
        Outcome = view.Outcome,
        Results = view.Results,
        OccurredAt = Now,
    };

    private static ReferralMoveBody Body(ReferralMove move) => move.To switch
    {
        ReferralStatus.Rejected or ReferralStatus.OnHold => new ReferralMoveBody { StatusReason = StatusReason.MissingDocument },
        ReferralStatus.Cancelled => new ReferralMoveBody { StatusReason = StatusReason.AtCapacity },
        ReferralStatus.Completed => new ReferralMoveBody { Outcome = ReferralOutcome.Helped, Results = ["granted"] },
        ReferralStatus.Failed => new ReferralMoveBody { StatusReason = StatusReason.NotEligible, Outcome = ReferralOutcome.NotEligible },
        _ => new ReferralMoveBody(),
    };
}
