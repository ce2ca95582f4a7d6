using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Calendar;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Deadlines;
using Cnaim.OfficeKit.Directory;
using Cnaim.OfficeKit.Screening;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Turns a draft with a permit into a request. Only collects, so that a new referral is one round trip.</summary>
internal sealed class RequestReferrals(
    OfficeTransaction transaction,
    ReferralTimeline timeline,
    DeadlineStore deadlines,
    ReferralLinks links,
    ReferralOutbox outbox,
    NetworkDirectory directory,
    TimeProvider clock)
{
    /// <summary>Collects everything but the row itself, which the caller inserts or updates.</summary>
    /// <param name="draft">The draft, locked unless it is new.</param>
    /// <param name="permit">Screening's permit.</param>
    /// <param name="actor">Who sends; null for the system.</param>
    /// <param name="note">A note for this office.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The requested referral.</returns>
    public async Task<SentReferral> CollectAsync(SentReferral draft, DisclosurePermit permit, Actor? actor, string? note, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var calendar = directory.Current.CalendarOf(draft.ReceiverCentre ?? "");
        var (acknowledge, resolve) = directory.Current.DeadlinesOf(draft.ReceiverOffice ?? "", draft.Request, draft.Priority);
        var clocks = ReferralClocks.Count(now, acknowledge, resolve, calendar);
        var referral = Requested(draft, permit, clocks);
        await outbox.RequestedAsync(referral, permit, await links.SharedAsync(referral, cancellationToken), cancellationToken);
        timeline.Add(referral, ReferralVerb.Requested, actor?.Subject ?? TimelineEntry.System, note);
        deadlines.Add(
            referral.ReferralId,
            (DeadlineKind.Remind150, clocks.AtPercent(150, referral.Priority, calendar)),
            (DeadlineKind.TimeOut200, clocks.AtPercent(200, referral.Priority, calendar)));
        transaction.Audit(new AuditEntry
        {
            Action = "referral.requested",
            RecordKind = "referral",
            RecordId = referral.ReferralId.ToString(),
            Actor = actor,
            Purpose = Purpose.ResolveIssue,
        });
        return referral;
    }

    private static SentReferral Requested(SentReferral draft, DisclosurePermit permit, ReferralClocks clocks)
    {
        var request = ServiceCatalogue.Embedded.Find(draft.Request) ?? throw new InvalidOperationException("The request left the catalogue.");
        var view = new ReferralView { Status = ReferralStatus.Requested, LastVerb = ReferralVerb.Requested };
        return draft.With(view, clocks.Start) with
        {
            DisclosureId = permit.DisclosureId,
            Categories = [.. NewReferralRules.Carried(request, permit.Categories).Intersect(draft.Categories, StringComparer.Ordinal)],
            Language = draft.Language ?? permit.Language,
            HeldBack = null,
            RequestedAt = clocks.Start,
            AcknowledgeBy = clocks.AcknowledgeBy,
            ResolveBy = clocks.ResolveBy,
        };
    }
}
