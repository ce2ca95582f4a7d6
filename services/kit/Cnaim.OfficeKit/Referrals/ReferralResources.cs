using Cnaim.Contracts;
using Cnaim.Contracts.Codes;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Turns rows into the API's resource.</summary>
internal static class ReferralResources
{
    public static ReferralResource Of(SentReferral referral, string office, DateTimeOffset now, IReadOnlyList<TimelineEntry>? timeline = null) => new()
    {
        Id = referral.ReferralId,
        Direction = "sent",
        Status = referral.Status,
        StatusReason = referral.StatusReason,
        Outcome = referral.Outcome,
        Results = referral.Results,
        HeldBack = referral.HeldBack,
        CancellationRequested = referral.CancellationRequested,
        Escalation = referral.Escalation,
        RemindedAt = referral.RemindedAt,
        Sender = new Party { Office = office, Centre = referral.Centre },
        Receiver = referral.Receiver,
        Area = referral.OpenArea,
        Request = referral.Request,
        Issues = referral.Issues,
        Priority = referral.Priority,
        Categories = referral.Categories,
        Language = referral.Language,
        PersonId = referral.PersonRef,
        DisclosureId = referral.DisclosureId,
        BasedOn = referral.BasedOn,
        PartOf = referral.PartOf,
        CreatedAt = referral.CreatedAt,
        UpdatedAt = referral.UpdatedAt,
        Clocks = ReferralClocksResource.Of(referral.Status, referral.AcknowledgeBy, referral.ResolveBy, now),
        AllowedActions = ReferralRules.AllowedMoves(referral.Status, referral.CancellationRequested, ReferralSide.Sender),
        Timeline = timeline is null ? null : [.. timeline.Select(TimelineResource.Of)],
    };

    public static ReferralResource Of(ReceivedReferral referral, string office, DateTimeOffset now, IReadOnlyList<TimelineEntry>? timeline = null) => new()
    {
        Id = referral.ReferralId,
        Direction = "received",
        Status = referral.Status,
        StatusReason = referral.StatusReason,
        Outcome = referral.Outcome,
        Results = referral.Results,
        Escalation = referral.Escalation,
        RemindedAt = referral.RemindedAt,
        Sender = referral.Sender,
        Receiver = new Party { Office = office, Centre = referral.Centre },
        Request = referral.Request,
        Issues = referral.Issues,
        Priority = referral.Priority,
        Categories = referral.Categories,
        Language = referral.Language,
        PersonId = referral.PersonRef,
        DisclosureId = referral.DisclosureId,
        CaseId = referral.CaseId,
        BasedOn = referral.BasedOn,
        PartOf = referral.PartOf,
        WithdrawnAt = referral.WithdrawnAt,
        CreatedAt = referral.CreatedAt,
        UpdatedAt = referral.UpdatedAt,
        Clocks = ReferralClocksResource.Of(referral.Status, referral.AcknowledgeBy, referral.ResolveBy, now),
        AllowedActions = ReferralRules.AllowedMoves(referral.Status, cancellationRequested: false, ReferralSide.Receiver),
        Timeline = timeline is null ? null : [.. timeline.Select(TimelineResource.Of)],
    };

    public static ReferralResource Of(ReceivedOffer offer, string office, DateTimeOffset now) => new()
    {
        Id = offer.ReferralId,
        Direction = "offered",
        Status = offer.State,
        StatusReason = offer.Reason,
        Sender = new Party { Office = offer.SenderOffice, Centre = offer.SenderCentre },
        Receiver = new Party { Office = office, Centre = offer.Centre },
        Area = offer.Area,
        Request = offer.Request,
        Priority = offer.Priority,
        Language = offer.Language,
        CreatedAt = offer.OfferedAt,
        UpdatedAt = offer.OfferedAt,
        AllowedActions = offer.IsOpenAt(now) ? [ReferralAction.Claim] : [],
    };
}
