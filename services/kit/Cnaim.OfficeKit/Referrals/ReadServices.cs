using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What reading works with.</summary>
internal sealed record ReadServices(
    SentReferralStore Sent,
    ReceivedReferralStore Received,
    OfferStore Offers,
    ReferralTimeline Timeline,
    RestrictedRecords Records,
    ExternalOffices External,
    NetworkOffices Offices,
    Office Office,
    OfficeTransaction Transaction,
    TimeProvider Clock);
