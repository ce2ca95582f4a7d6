using Cnaim.Contracts;
using Cnaim.Contracts.Codes;
using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Deadlines;
using Cnaim.OfficeKit.Directory;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Asks the directory who could take an open referral, then asks those offices; the draft stays in the queue while the directory is silent.</summary>
internal sealed class OfferReferrals(
    OfficeTransaction transaction,
    SentReferralStore referrals,
    OfferStore offers,
    DraftQueue drafts,
    ReferralTimeline timeline,
    DeadlineStore deadlines,
    DirectoryClient client,
    NetworkDirectory directory,
    NetworkOffices offices,
    MagicValues magic,
    Office office,
    TimeProvider clock)
{
    public async Task RunAsync(SentReferral draft, CancellationToken cancellationToken)
    {
        if (magic.IsFull(draft.OpenArea))
        {
            await EndAsync(draft, cancellationToken);
            return;
        }

        var found = await client.CandidatesAsync(draft.Request, draft.OpenArea ?? "", draft.Priority, draft.Language, cancellationToken);
        var candidates = CandidateRules.Choose(found, draft, office.Code, offices);
        var referral = await referrals.LockAsync(draft.ReferralId, RecordScope.System, cancellationToken);
        drafts.Remove(draft.ReferralId);
        if (referral is { Receiver: null, Status: ReferralStatus.Draft })
        {
            var now = clock.GetUtcNow();
            var after = referral.For(null, now) with { HeldBack = candidates.Count == 0 ? HeldBackReason.NoCandidate : HeldBackReason.Offered };
            referrals.Save(after);
            timeline.Add(after, candidates.Count == 0 ? HeldBackReason.NoCandidate : HeldBackReason.Offered, TimelineEntry.System);
            await OfferAsync(after, candidates, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task EndAsync(SentReferral draft, CancellationToken cancellationToken)
    {
        var referral = await referrals.LockAsync(draft.ReferralId, RecordScope.System, cancellationToken);
        drafts.Remove(draft.ReferralId);
        if (referral is { Receiver: null, Status: ReferralStatus.Draft })
        {
            var ended = referral.With(new ReferralView { Status = ReferralStatus.Cancelled, LastVerb = ReferralVerb.Cancelled, StatusReason = StatusReason.AtCapacity }, clock.GetUtcNow());
            referrals.Save(ended);
            timeline.Add(ended, ReferralVerb.Cancelled, TimelineEntry.System);
            transaction.Audit(new AuditEntry { Action = "referral.cancelled", RecordKind = "referral", RecordId = ended.ReferralId.ToString() });
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task OfferAsync(SentReferral referral, IReadOnlyList<Party> candidates, CancellationToken cancellationToken)
    {
        var now = referral.UpdatedAt;
        var (acknowledge, _) = directory.Current.DeadlinesOf(candidates.Count == 0 ? office.Code : candidates[0].Office, referral.Request, referral.Priority);
        var expires = acknowledge.From(now, directory.Current.CalendarOf(referral.Centre));
        foreach (var candidate in candidates)
        {
            var offer = new OfferReferral
            {
                ReferralId = referral.ReferralId,
                Sender = new Party { Office = office.Code, Centre = referral.Centre },
                Candidate = candidate,
                Request = referral.Request,
                Area = referral.OpenArea ?? "",
                Priority = referral.Priority,
                Language = referral.Language,
                OfferedAt = now,
                ExpiresAt = expires,
            };
            offers.AddSent(referral.ReferralId, candidate);
            await transaction.EnqueueAsync(referral.ReferralId, Audience.Service(candidate.Office), offer, cancellationToken);
        }

        if (candidates.Count > 0)
        {
            deadlines.Add(referral.ReferralId, (DeadlineKind.OfferExpiry, expires));
        }
    }
}
