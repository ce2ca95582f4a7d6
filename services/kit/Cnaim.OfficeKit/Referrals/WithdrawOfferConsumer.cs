using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>An open referral was taken by another office, or is gone.</summary>
internal sealed class WithdrawOfferConsumer(OfferStore offers) : IConsumer<WithdrawOffer>
{
    public Task Consume(ConsumeContext<WithdrawOffer> context)
    {
        offers.WithdrawReceived(context.Message.ReferralId, Audience.SenderOf(context).Code, context.Message.Reason);
        return Task.CompletedTask;
    }
}

internal sealed class WithdrawOfferConsumerDefinition : OfficeConsumerDefinition<WithdrawOfferConsumer, WithdrawOffer>;
