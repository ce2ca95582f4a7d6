using Cnaim.Messaging;
using Cnaim.OfficeKit.Calendar;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Deadlines;
using Cnaim.OfficeKit.Directory;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Writes a received referral with its case, history and reminders. Only collects: one round trip, and none before it.</summary>
internal sealed class ReceiveReferrals(
    OfficeTransaction transaction,
    ReceivedReferralStore referrals,
    OfferStore offers,
    CaseStore cases,
    ReferralTimeline timeline,
    DeadlineStore deadlines,
    NetworkDirectory directory)
{
    public void Collect(ReceivedReferral referral)
    {
        referrals.Add(referral);
        cases.Add(CaseOf(referral));
        timeline.Add(referral, ReferralVerb.Requested, referral.SenderOffice);
        offers.TakeReceived(referral.ReferralId, referral.Centre);
        deadlines.AddWhenWithdrawn(referral.ReferralId, referral.DisclosureId);
        Remind(referral);
        transaction.Audit(new AuditEntry
        {
            Action = "referral.received",
            RecordKind = "referral",
            RecordId = referral.ReferralId.ToString(),
        });
    }

    private void Remind(ReceivedReferral referral)
    {
        var calendar = directory.Current.CalendarOf(referral.Centre);
        var clocks = new ReferralClocks(referral.RequestedAt, referral.AcknowledgeBy, referral.ResolveBy);
        deadlines.Add(
            referral.ReferralId,
            (DeadlineKind.Remind50, clocks.AtPercent(50, referral.Priority, calendar)),
            (DeadlineKind.Remind100, clocks.AtPercent(100, referral.Priority, calendar)));
    }

    private static CaseFile CaseOf(ReceivedReferral referral) => new()
    {
        CaseId = referral.CaseId,
        Centre = referral.Centre,
        PersonRef = referral.PersonRef,
        ReferralId = referral.ReferralId,
        Request = referral.Request,
        State = CaseState.Open,
        OpenedBy = TimelineEntry.System,
        OpenedAt = referral.CreatedAt,
        Version = 1,
    };
}
