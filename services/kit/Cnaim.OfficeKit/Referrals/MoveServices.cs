using Cnaim.Messaging;
using Cnaim.OfficeKit.Cases;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What moves of a referral work with.</summary>
internal sealed record MoveServices(
    SentReferralStore Sent,
    ReceivedReferralStore Received,
    OfferStore Offers,
    DraftQueue Drafts,
    CaseStore Cases,
    ReferralTimeline Timeline,
    ReferralOutbox Outbox,
    RestrictedRecords Records,
    ExternalOffices External,
    NetworkOffices Offices,
    Office Office,
    OfficeTransaction Transaction,
    TimeProvider Clock);
