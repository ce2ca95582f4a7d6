using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The receiver tells the sender where the referral is; the sender adopts it.</summary>
internal sealed class ReportReferralProgressConsumer(
    OfficeTransaction transaction, SentReferralStore referrals, ReferralTimeline timeline, ReferralOutbox outbox, TimeProvider clock)
    : IConsumer<ReportReferralProgress>
{
    public async Task Consume(ConsumeContext<ReportReferralProgress> context)
    {
        var now = clock.GetUtcNow();
        var referral = await referrals.LockAsync(context.Message.ReferralId, RecordScope.System, context.CancellationToken);
        if (referral is null || !context.IsFrom(referral.ReceiverOffice))
        {
            await transaction.RefuseAsync(context, context.Message.ReferralId, "not-found", now);
            return;
        }

        var before = referral.View;
        var view = CrossingMoves.Adopt(before, context.Message);
        if (ReferenceEquals(view, before))
        {
            return;
        }

        var after = referral.With(view, now);
        referrals.Save(after);
        timeline.Add(after, context.Message.Action, referral.ReceiverOffice ?? TimelineEntry.System);
        if (before.TimedOut && !string.Equals(before.Status, after.Status, StringComparison.Ordinal))
        {
            await outbox.PublishAsync(after, context.CancellationToken); // the network was told of the time-out
        }
    }
}

internal sealed class ReportReferralProgressConsumerDefinition : OfficeConsumerDefinition<ReportReferralProgressConsumer, ReportReferralProgress>;
