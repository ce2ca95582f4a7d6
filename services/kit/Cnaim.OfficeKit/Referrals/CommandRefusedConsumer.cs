using Cnaim.Contracts.Codes;
using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>A receiver could not follow a command: a request that was refused counts as rejected, so that the sender does not wait.</summary>
internal sealed class CommandRefusedConsumer(SentReferralStore referrals, ReferralTimeline timeline, ReferralOutbox outbox, TimeProvider clock)
    : IConsumer<CommandRefused>
{
    public async Task Consume(ConsumeContext<CommandRefused> context)
    {
        var referral = await referrals.LockAsync(context.Message.StreamId, RecordScope.System, context.CancellationToken);
        if (referral is null || !context.IsFrom(referral.ReceiverOffice) || !string.Equals(referral.Status, ReferralStatus.Requested, StringComparison.Ordinal))
        {
            return;
        }

        var view = new ReferralView { Status = ReferralStatus.Rejected, LastVerb = ReferralVerb.Rejected, StatusReason = StatusReason.WrongService };
        var rejected = referral.With(view, clock.GetUtcNow());
        referrals.Save(rejected);
        timeline.Add(rejected, ReferralVerb.Rejected, TimelineEntry.System, context.Message.Code);
        await outbox.PublishAsync(rejected, context.CancellationToken);
    }
}

internal sealed class CommandRefusedConsumerDefinition : OfficeConsumerDefinition<CommandRefusedConsumer, CommandRefused>;
