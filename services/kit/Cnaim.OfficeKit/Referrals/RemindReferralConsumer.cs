using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The sender's coordinator reminds this office of what it received; one that has ended meanwhile is left alone.</summary>
internal sealed class RemindReferralConsumer(OfficeTransaction transaction, ReceivedReferralStore referrals, ReferralTimeline timeline, TimeProvider clock)
    : IConsumer<Contracts.Commands.RemindReferral>
{
    public async Task Consume(ConsumeContext<Contracts.Commands.RemindReferral> context)
    {
        var now = clock.GetUtcNow();
        var referral = await referrals.LockAsync(context.Message.ReferralId, RecordScope.System, context.CancellationToken);
        if (referral is null || !context.IsFrom(referral.SenderOffice))
        {
            await transaction.RefuseAsync(context, context.Message.ReferralId, "not-found", now);
        }
        else if (!ReferralRules.IsFinal(referral.Status))
        {
            var reminded = referral.Reminded(now);
            referrals.Save(reminded);
            timeline.Add(reminded, "reminded", referral.SenderOffice, RemindReferral.FocalPoint);
        }
    }
}

internal sealed class RemindReferralConsumerDefinition : OfficeConsumerDefinition<RemindReferralConsumer, Contracts.Commands.RemindReferral>;
