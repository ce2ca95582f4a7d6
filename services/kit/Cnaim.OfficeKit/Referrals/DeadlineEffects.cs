using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Appointments;
using Cnaim.OfficeKit.Deadlines;
using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What happens when a deadline passes; a referral that has been answered meanwhile is left alone.</summary>
internal sealed class DeadlineEffects(
    OfficeTransaction transaction,
    SentReferralStore sent,
    ReceivedReferralStore received,
    OfferStore offers,
    DraftQueue drafts,
    ReferralTimeline timeline,
    ReferralOutbox outbox,
    WithdrawReferrals withdraw,
    RecordAppointment appointments,
    SlowAgent slow,
    TimeProvider clock)
{
    /// <summary>Collects the effect; the caller marks the deadline and commits.</summary>
    public Task CollectAsync(Deadline deadline, CancellationToken cancellationToken) => deadline.Kind switch
    {
        DeadlineKind.Remind50 => RemindReceiverAsync(deadline.ReferralId, 50, "focal-point", cancellationToken),
        DeadlineKind.Remind100 => RemindReceiverAsync(deadline.ReferralId, 100, "coordinator", cancellationToken),
        DeadlineKind.Remind150 => RemindNetworkAsync(deadline.ReferralId, cancellationToken),
        DeadlineKind.TimeOut200 => TimeOutAsync(deadline.ReferralId, cancellationToken),
        DeadlineKind.OfferExpiry => ExpireAsync(deadline.ReferralId, cancellationToken),
        DeadlineKind.AppointmentReminder => appointments.RemindAsync(deadline.ReferralId, cancellationToken),
        DeadlineKind.SlowAccept => slow.AcceptAsync(deadline.ReferralId, cancellationToken),
        DeadlineKind.SlowComplete => slow.CompleteAsync(deadline.ReferralId, cancellationToken),
        _ => WithdrawAsync(deadline.ReferralId, cancellationToken),
    };

    private async Task RemindReceiverAsync(Guid referralId, int percent, string who, CancellationToken cancellationToken)
    {
        var referral = await received.LockAsync(referralId, RecordScope.System, cancellationToken);
        if (referral is { Status: ReferralStatus.Requested })
        {
            var reminded = referral.Reminded(clock.GetUtcNow()) with { Escalation = percent };
            received.Save(reminded);
            timeline.Add(reminded, "reminded", TimelineEntry.System, who);
        }
    }

    private async Task RemindNetworkAsync(Guid referralId, CancellationToken cancellationToken)
    {
        var referral = await sent.LockAsync(referralId, RecordScope.System, cancellationToken);
        if (referral is { Status: ReferralStatus.Requested })
        {
            var reminded = referral.Reminded(clock.GetUtcNow()) with { Escalation = 150 };
            sent.Save(reminded);
            timeline.Add(reminded, "reminded", TimelineEntry.System, "network");
        }
    }

    private async Task TimeOutAsync(Guid referralId, CancellationToken cancellationToken)
    {
        var referral = await sent.LockAsync(referralId, RecordScope.System, cancellationToken);
        if (referral is null || CrossingMoves.TimeOut(referral.View) is not { } view)
        {
            return;
        }

        var closed = referral.With(view, clock.GetUtcNow()) with { Escalation = 200 };
        Close(closed);
        await outbox.CancelAsync(closed, CancelKind.NoResponse, StatusReason.NoResponse, cancellationToken);
        await outbox.PublishAsync(closed, cancellationToken);
    }

    // Whoever is chosen by then only waits for its permit.
    private async Task ExpireAsync(Guid referralId, CancellationToken cancellationToken)
    {
        var referral = await sent.LockAsync(referralId, RecordScope.System, cancellationToken);
        if (referral is not { Status: ReferralStatus.Draft, Receiver: null })
        {
            return;
        }

        var view = new ReferralView { Status = ReferralStatus.Cancelled, LastVerb = ReferralVerb.Cancelled, StatusReason = StatusReason.NoResponse };
        var closed = referral.With(view, clock.GetUtcNow());
        Close(closed);
        drafts.Remove(referralId);
        await outbox.WithdrawAsync(referralId, await offers.WithdrawOpenAsync(referralId, cancellationToken), OfferWithdrawal.Expired, closed.UpdatedAt, cancellationToken);
    }

    private void Close(SentReferral closed)
    {
        sent.Save(closed);
        timeline.Add(closed, ReferralVerb.Cancelled, TimelineEntry.System);
        transaction.Audit(new AuditEntry
        {
            Action = "referral.timed-out",
            RecordKind = "referral",
            RecordId = closed.ReferralId.ToString(),
        });
    }

    private async Task WithdrawAsync(Guid referralId, CancellationToken cancellationToken)
    {
        var referral = await received.LockAsync(referralId, RecordScope.System, cancellationToken);
        if (referral is { WithdrawnAt: null })
        {
            await withdraw.CollectAsync(referral, [], cancellationToken);
        }
    }
}
