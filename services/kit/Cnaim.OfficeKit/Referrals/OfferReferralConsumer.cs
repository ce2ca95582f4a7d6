using Cnaim.Contracts.Commands;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using MassTransit;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>This office is asked whether it can take an open referral; its staff see it until it is claimed, withdrawn or expired.</summary>
internal sealed class OfferReferralConsumer(OfficeTransaction transaction, OfferStore offers, Office office, TimeProvider clock) : IConsumer<OfferReferral>
{
    public async Task Consume(ConsumeContext<OfferReferral> context)
    {
        var offer = context.Message;
        var isOurs = string.Equals(ServiceCatalogue.Embedded.Find(offer.Request)?.Office, office.Code, StringComparison.Ordinal);
        if (!isOurs || !context.IsFrom(offer.Sender.Office))
        {
            await transaction.RefuseAsync(context, offer.ReferralId, "wrong-service", clock.GetUtcNow());
            return;
        }

        offers.AddReceived(new ReceivedOffer
        {
            ReferralId = offer.ReferralId,
            Centre = offer.Candidate.Centre,
            SenderOffice = offer.Sender.Office,
            SenderCentre = offer.Sender.Centre,
            Request = offer.Request,
            Area = offer.Area,
            Priority = offer.Priority,
            Language = offer.Language,
            OfferedAt = offer.OfferedAt,
            ExpiresAt = offer.ExpiresAt,
        });
    }
}

internal sealed class OfferReferralConsumerDefinition : OfficeConsumerDefinition<OfferReferralConsumer, OfferReferral>;
