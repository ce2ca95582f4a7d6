using Cnaim.Contracts;
using Cnaim.Contracts.Codes;
using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>A candidate claims an open referral; the sender picks.</summary>
internal static class ClaimOffer
{
    public static async Task<Decision<MovedReferral>> ApplyAsync(
        ReceivedOffer offer, ReferralMoveContext context, MoveServices services, CancellationToken cancellationToken)
    {
        if (services.External.Check(offer.Centre, context.Actor) is { } external)
        {
            return external;
        }

        var now = services.Clock.GetUtcNow();
        if (!string.Equals(context.Action, ReferralAction.Claim, StringComparison.Ordinal) || offer.State is "claimed")
        {
            return ReferralRefusals.MoveNotAllowed(offer.State, context.Action, offer.IsOpenAt(now) ? [ReferralAction.Claim] : []);
        }

        if (!offer.IsOpenAt(now))
        {
            return ReferralRefusals.OfferGone;
        }

        var claim = new ClaimReferral
        {
            ReferralId = offer.ReferralId,
            Claimant = new Party { Office = services.Office.Code, Centre = offer.Centre },
            ClaimedAt = now,
        };
        services.Offers.ClaimReceived(offer.ReferralId, offer.Centre);
        await services.Transaction.EnqueueAsync(offer.ReferralId, Audience.Service(offer.SenderOffice), claim, cancellationToken);
        services.Transaction.Audit(new AuditEntry
        {
            Action = "referral.claimed",
            RecordKind = "referral",
            RecordId = offer.ReferralId.ToString(),
            Actor = context.Actor,
        });
        return new MovedReferral(ReferralResources.Of(offer with { State = "claimed" }, services.Office.Code, now), Version: 1);
    }
}
