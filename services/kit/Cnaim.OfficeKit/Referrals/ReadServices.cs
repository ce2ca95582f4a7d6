using Cnaim.Messaging;
using Cnaim.OfficeKit.Hosting;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What reading works with.</summary>
internal sealed record ReadServices(
    SentReferralStore Sent,
    ReceivedReferralStore Received,
    OfferStore Offers,
    ReferralTimeline Timeline,
    Office Office,
    OfficeTransaction Transaction,
    TimeProvider Clock);
