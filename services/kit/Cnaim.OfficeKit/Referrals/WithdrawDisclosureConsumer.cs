using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Deadlines;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Consent behind a disclosure ended. When its referral has not arrived yet, the withdrawal waits for it.</summary>
internal sealed class WithdrawDisclosureConsumer(ReceivedReferralStore referrals, WithdrawReferrals withdraw, DeadlineStore deadlines) : IConsumer<WithdrawDisclosure>
{
    public async Task Consume(ConsumeContext<WithdrawDisclosure> context)
    {
        var message = context.Message;
        var referral = await referrals.LockByDisclosureAsync(message.DisclosureId, context.CancellationToken);
        if (referral is null)
        {
            deadlines.RememberWithdrawn(message.DisclosureId, message.WithdrawnAt);
            await withdraw.ConfirmAsync(message.DisclosureId, legalBasis: null, context.CancellationToken);
            return;
        }

        await withdraw.CollectAsync(referral, message.Categories, context.CancellationToken);
    }
}

internal sealed class WithdrawDisclosureConsumerDefinition : OfficeConsumerDefinition<WithdrawDisclosureConsumer, WithdrawDisclosure>;
