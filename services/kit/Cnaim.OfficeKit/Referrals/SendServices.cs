using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Directory;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Restricted;
using Cnaim.OfficeKit.Screening;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What sending works with.</summary>
internal sealed record SendServices(
    SentReferralStore Sent,
    DraftQueue Drafts,
    DraftSignal Signal,
    ReferralTimeline Timeline,
    ReferralLinks Links,
    RequestReferrals Requests,
    IDisclosures Disclosures,
    NetworkDirectory Directory,
    NetworkOffices Offices,
    RestrictedRecords Records,
    MagicValues Magic,
    Office Office,
    OfficeTransaction Transaction,
    TimeProvider Clock);
