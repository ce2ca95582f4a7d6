using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Appointments;
using Cnaim.OfficeKit.Cases;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Carries a withdrawn consent out: purges or freezes, ends the referral, and confirms to screening.</summary>
internal sealed class WithdrawReferrals(
    OfficeTransaction transaction, ReceivedReferralStore referrals, CaseStore cases, AppointmentStore appointments, WishStore wishes, ReferralTimeline timeline, ReferralOutbox outbox, TimeProvider clock)
{
    private const string Screening = "screening";

    /// <summary>Collects the withdrawal of a referral that is locked.</summary>
    public async Task CollectAsync(ReceivedReferral referral, IReadOnlyCollection<string> categories, CancellationToken cancellationToken)
    {
        var basis = await cases.KeepBasisAsync(referral.ReferralId, cancellationToken);
        var after = WithdrawalRules.Apply(referral, categories, basis, clock.GetUtcNow());
        referrals.Save(after);
        timeline.Add(after, "disclosure-withdrawn", TimelineEntry.System);
        if (after.PersonRef is null)
        {
            timeline.BlankNotes(after.ReferralId);
            cases.PurgeForReferral(after.ReferralId);
            appointments.PurgeForReferral(after.ReferralId);
            wishes.PurgeForReferral(after.ReferralId);
        }

        if (!string.Equals(after.Status, referral.Status, StringComparison.Ordinal))
        {
            cases.CloseForReferral(after.ReferralId, after.Status, after.UpdatedAt);
            await outbox.MovedAsync(after, cancellationToken);
        }

        await outbox.WithdrawnAsync(after, cancellationToken);
        await ConfirmAsync(after.DisclosureId, after.WithdrawnAt is null || after.PersonRef is null ? null : basis, cancellationToken);
    }

    /// <summary>Confirms to screening what was done; null is purged.</summary>
    public ValueTask ConfirmAsync(Guid disclosureId, string? legalBasis, CancellationToken cancellationToken)
    {
        var confirmation = new ConfirmPurge
        {
            DisclosureId = disclosureId,
            Result = legalBasis is null ? "purged" : "frozen",
            LegalBasis = legalBasis,
            ConfirmedAt = clock.GetUtcNow(),
        };
        transaction.Audit(new AuditEntry
        {
            Action = $"disclosure.{confirmation.Result}",
            RecordKind = "disclosure",
            RecordId = disclosureId.ToString(),
        });
        return transaction.EnqueueAsync(disclosureId, Audience.Service(Screening), confirmation, cancellationToken);
    }
}
