using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Which reason, outcome, results and note a move needs; pure.</summary>
internal static class MoveDetails
{
    private const int MaximumNote = 2000;

    private static readonly string[] NeedReason = [ReferralStatus.Rejected, ReferralStatus.Cancelled, ReferralStatus.OnHold, ReferralStatus.Failed];

    private static readonly string[] NeedOutcome = [ReferralStatus.Completed, ReferralStatus.Failed];

    /// <summary>Checks the body of a move.</summary>
    public static Errors Check(ReferralMove move, ReferralMoveBody body, RequestEntry? request)
    {
        var errors = new Errors();
        var target = move.AsksToCancel ? ReferralStatus.Cancelled : move.To;
        var (needsReason, needsOutcome) = (NeedReason.Contains(target, StringComparer.Ordinal), NeedOutcome.Contains(target, StringComparer.Ordinal));
        errors.Require(!needsReason || body.StatusReason is not null, "statusReason", $"To {move.Action} a reason is needed.");
        errors.Require(needsReason || body.StatusReason is null || IsMistake(target), "statusReason", $"To {move.Action} no reason is given.");
        errors.RequireKnown(body.StatusReason is null ? [] : [body.StatusReason], [.. StatusReason.All], "statusReason");
        errors.Require(!needsOutcome || body.Outcome is not null, "outcome", $"To {move.Action} an outcome is needed.");
        errors.Require(needsOutcome || body.Outcome is null, "outcome", $"To {move.Action} no outcome is given.");
        errors.RequireKnown(body.Outcome is null ? [] : [body.Outcome], [.. ReferralOutcome.All], "outcome");
        errors.Require(needsOutcome || body.Results is null or { Length: 0 }, "results", $"To {move.Action} no results are given.");
        errors.RequireKnown(needsOutcome ? body.Results ?? [] : [], [.. request?.Outcomes ?? []], "results");
        errors.Require(!string.Equals(body.StatusReason, StatusReason.Other, StringComparison.Ordinal) || !string.IsNullOrWhiteSpace(body.Note), "note", "The reason 'other' needs a note.");
        errors.Require(body.Note is null or { Length: <= MaximumNote }, "note", $"At most {MaximumNote} characters.");
        return errors;
    }

    /// <summary>What both sides share after a move.</summary>
    public static ReferralView After(ReferralView before, ReferralMove move, ReferralMoveBody body) => move.AsksToCancel
        ? before with { CancellationRequested = true }
        : new ReferralView
        {
            Status = move.To,
            LastVerb = move.Verb ?? before.LastVerb,
            StatusReason = IsMistake(move.To) ? null : body.StatusReason,
            Outcome = body.Outcome,
            Results = [.. (body.Results ?? []).Distinct(StringComparer.Ordinal)],
        };

    private static bool IsMistake(string status) => string.Equals(status, ReferralStatus.EnteredInError, StringComparison.Ordinal);
}
