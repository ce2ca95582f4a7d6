using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using Cnaim.OfficeKit.Screening;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>One try at a draft: asks first, outside any transaction, then locks the row, looks again and writes.</summary>
internal sealed class DeliverDraft(
    OfficeTransaction transaction,
    SentReferralStore referrals,
    OfferStore offers,
    DraftQueue drafts,
    ReferralTimeline timeline,
    RequestReferrals requests,
    OfferReferrals offering,
    ReferralOutbox outbox,
    IDisclosures disclosures,
    TimeProvider clock)
{
    public async Task RunAsync(Guid referralId, CancellationToken cancellationToken)
    {
        var draft = await referrals.PeekAsync(referralId, RecordScope.System, cancellationToken);
        if (draft is { Receiver: null } && IsDraft(draft))
        {
            await offering.RunAsync(draft, cancellationToken);
            return;
        }

        var answer = IsDraft(draft) ? await disclosures.DecideAsync(SendReferral.Question(draft!), cancellationToken) : DisclosureAnswer.Silent;
        var referral = await referrals.LockAsync(referralId, RecordScope.System, cancellationToken);
        if (!IsDraft(referral) || referral!.Receiver != draft!.Receiver)
        {
            drafts.Remove(referralId);
        }
        else if (answer.Permit is not null)
        {
            await SendAsync(referral, answer.Permit, cancellationToken);
        }
        else if (!answer.IsSilent)
        {
            await DeniedAsync(referral, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task SendAsync(SentReferral draft, DisclosurePermit permit, CancellationToken cancellationToken)
    {
        var requested = await requests.CollectAsync(draft, permit, actor: null, note: null, cancellationToken);
        referrals.Save(requested);
        drafts.Remove(requested.ReferralId);
        if (requested.OpenArea is not null)
        {
            await outbox.WithdrawAsync(requested.ReferralId, await offers.WithdrawOpenAsync(requested.ReferralId, cancellationToken), OfferWithdrawal.Taken, requested.UpdatedAt, cancellationToken);
        }
    }

    private async Task DeniedAsync(SentReferral draft, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var next = draft.OpenArea is null ? null : await PassOnAsync(draft, now, cancellationToken);
        var heldBack = draft.OpenArea is null || (next is null && !await AnyOfferAsync(draft, cancellationToken)) ? HeldBackReason.ConsentMissing : HeldBackReason.Offered;
        var after = (draft.OpenArea is null ? draft.For(draft.Receiver, now) : draft.For(next?.Candidate, now)) with { HeldBack = heldBack };
        referrals.Save(after);
        timeline.Add(after, "consent-missing", TimelineEntry.System);
        if (next is null)
        {
            drafts.Remove(draft.ReferralId);
        }
        else
        {
            drafts.Add(draft.ReferralId);
        }
    }

    // The office that was chosen may not learn of the person: the next claimant is asked for.
    private async Task<SentOffer?> PassOnAsync(SentReferral draft, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await offers.ReadSentAsync(draft.ReferralId, cancellationToken);
        foreach (var offer in all.Where(offer => string.Equals(offer.Office, draft.ReceiverOffice, StringComparison.Ordinal)))
        {
            offers.MoveSent(draft.ReferralId, offer.Candidate, "denied");
        }

        await outbox.WithdrawAsync(draft.ReferralId, [draft.ReceiverOffice ?? ""], OfferWithdrawal.Cancelled, now, cancellationToken);
        var next = ClaimRules.Next([.. all.Where(offer => !string.Equals(offer.Office, draft.ReceiverOffice, StringComparison.Ordinal))]);
        if (next is not null)
        {
            offers.MoveSent(draft.ReferralId, next.Candidate, "chosen");
        }

        return next;
    }

    private async Task<bool> AnyOfferAsync(SentReferral draft, CancellationToken cancellationToken) =>
        (await offers.ReadSentAsync(draft.ReferralId, cancellationToken)).Any(offer => offer.IsOpen);

    private static bool IsDraft(SentReferral? referral) => string.Equals(referral?.Status, ReferralStatus.Draft, StringComparison.Ordinal);
}
