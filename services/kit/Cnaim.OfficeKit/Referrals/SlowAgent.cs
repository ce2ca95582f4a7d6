using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Deadlines;
using Cnaim.OfficeKit.Restricted;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The sandbox's agent who answers when it is too late: the moves of any agent, at a deadline of their own; what somebody else has moved meanwhile is left alone (ADR 0114).</summary>
internal sealed class SlowAgent(MoveServices services, DeadlineStore deadlines)
{
    private const string Role = "office-agent";
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>Collects that it will accept, after acknowledge-by.</summary>
    public void Await(ReceivedReferral referral) => deadlines.Add(referral.ReferralId, (DeadlineKind.SlowAccept, referral.AcknowledgeBy + Late));

    /// <summary>Accepts, and will complete after resolve-by.</summary>
    public async Task AcceptAsync(Guid referralId, CancellationToken cancellationToken)
    {
        if (await MoveAsync(referralId, ReferralStatus.Requested, ReferralAction.Accept, new ReferralMoveBody(), cancellationToken) is { } accepted)
        {
            deadlines.Add(referralId, (DeadlineKind.SlowComplete, accepted.ResolveBy + Late));
        }
    }

    public Task CompleteAsync(Guid referralId, CancellationToken cancellationToken) =>
        MoveAsync(referralId, ReferralStatus.Accepted, ReferralAction.Complete, new ReferralMoveBody { Outcome = ReferralOutcome.Helped }, cancellationToken);

    private async Task<ReceivedReferral?> MoveAsync(Guid referralId, string from, string action, ReferralMoveBody body, CancellationToken cancellationToken)
    {
        if (await services.Received.LockAsync(referralId, RecordScope.System, cancellationToken) is not { } referral || !string.Equals(referral.Status, from, StringComparison.Ordinal))
        {
            return null;
        }

        var agent = new Actor(MagicValues.Slow, services.Office.Code, referral.Centre, Role);
        var decision = await MoveReceivedReferral.ApplyAsync(referral, new ReferralMoveContext(referralId, action, body, agent, IfMatch.None), services, cancellationToken);
        return decision.IsAccepted ? referral : null;
    }
}
