using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Referrals;

namespace Cnaim.OfficeKit.Erasure;

/// <summary>Ends a draft of a person who is forgotten: it is sent to nobody, and candidates are told that the offer is gone.</summary>
internal sealed class EndDrafts(SentReferralStore sent, OfferStore offers, DraftQueue drafts, ReferralTimeline timeline, ReferralOutbox outbox, TimeProvider clock)
{
    public async Task CollectAsync(SentReferral draft, CancellationToken cancellationToken)
    {
        var view = new ReferralView { Status = ReferralStatus.Cancelled, LastVerb = ReferralVerb.Cancelled, StatusReason = StatusReason.ClientDeclined };
        var ended = draft.With(view, clock.GetUtcNow()) with { HeldBack = null, Issues = [], Categories = [], Language = null };
        sent.Save(ended);
        timeline.Add(ended, ReferralVerb.Cancelled, TimelineEntry.System);
        drafts.Remove(draft.ReferralId);
        await outbox.WithdrawAsync(draft.ReferralId, await offers.WithdrawOpenAsync(draft.ReferralId, cancellationToken), OfferWithdrawal.Cancelled, ended.UpdatedAt, cancellationToken);
    }
}
