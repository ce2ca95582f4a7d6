using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Restricted;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The sender cancels, corrects a mistake or has timed out; the receiver follows or says again where it is.</summary>
internal sealed class CancelReferralConsumer(
    OfficeTransaction transaction, ReceivedReferralStore referrals, CaseStore cases, ReferralTimeline timeline, ReferralOutbox outbox, TimeProvider clock)
    : IConsumer<CancelReferral>
{
    public async Task Consume(ConsumeContext<CancelReferral> context)
    {
        var now = clock.GetUtcNow();
        var referral = await referrals.LockAsync(context.Message.ReferralId, RecordScope.System, context.CancellationToken);
        if (referral is null || !context.IsFrom(referral.SenderOffice))
        {
            await transaction.RefuseAsync(context, context.Message.ReferralId, "not-found", now);
            return;
        }

        var answer = CrossingMoves.Answer(referral.View, context.Message);
        var after = answer.Moved ? referral.With(answer.View, now) : referral;
        if (answer.Moved)
        {
            referrals.Save(after);
            timeline.Add(after, after.LastVerb, after.SenderOffice);
            cases.CloseForReferral(after.ReferralId, after.Status, now);
        }

        await (answer switch
        {
            { Reports: true, Moved: true } => outbox.MovedAsync(after, context.CancellationToken),
            { Reports: true } => outbox.ReportAsync(after, context.CancellationToken),
            _ => ValueTask.CompletedTask,
        });
    }
}

internal sealed class CancelReferralConsumerDefinition : OfficeConsumerDefinition<CancelReferralConsumer, CancelReferral>;
