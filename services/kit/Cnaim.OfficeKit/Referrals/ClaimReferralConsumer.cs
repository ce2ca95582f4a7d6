using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>A candidate claims an open referral. The row lock picks one; the permit is asked for in the background, since a consumer calls no service.</summary>
internal sealed class ClaimReferralConsumer(
    OfficeTransaction transaction, SentReferralStore referrals, OfferStore offers, DraftQueue drafts, DraftSignal signal, ReferralOutbox outbox, TimeProvider clock)
    : IConsumer<ClaimReferral>
{
    public async Task Consume(ConsumeContext<ClaimReferral> context)
    {
        var (claim, now, cancellationToken) = (context.Message, clock.GetUtcNow(), context.CancellationToken);
        var referral = await referrals.LockAsync(claim.ReferralId, RecordScope.System, cancellationToken);
        var decision = referral is null || !context.IsFrom(claim.Claimant.Office)
            ? null
            : ClaimRules.Decide(referral, await offers.ReadSentAsync(claim.ReferralId, cancellationToken), claim.Claimant);
        switch (decision)
        {
            case null:
                await transaction.RefuseAsync(context, claim.ReferralId, "not-found", now);
                break;
            case "withdrawn":
                await outbox.WithdrawAsync(claim.ReferralId, [claim.Claimant.Office], OfferWithdrawal.Taken, now, cancellationToken);
                break;
            default:
                offers.MoveSent(claim.ReferralId, claim.Claimant, decision, claim.ClaimedAt);
                if (decision is "chosen" && referral is { DisclosureId: null })
                {
                    referrals.Save(referral.For(claim.Claimant, now));
                    drafts.Add(claim.ReferralId);
                    signal.Set();
                }

                break;
        }
    }
}

internal sealed class ClaimReferralConsumerDefinition : OfficeConsumerDefinition<ClaimReferralConsumer, ClaimReferral>;
