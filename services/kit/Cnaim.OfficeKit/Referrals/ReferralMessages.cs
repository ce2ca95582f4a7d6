using Cnaim.Contracts;
using Cnaim.Contracts.Codes;
using Cnaim.Contracts.Commands;
using Cnaim.OfficeKit.Screening;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The commands of a referral, made from the aggregates; ids, codes and times only.</summary>
internal static class ReferralMessages
{
    /// <summary>The request to the receiver. Ids of other referrals travel only to a party of those.</summary>
    /// <param name="referral">A referral with receiver, permit and clocks.</param>
    /// <param name="sender">The sending office and centre.</param>
    /// <param name="permit">Screening's permit: the receiver's reference of the person and what may be told.</param>
    /// <param name="basedOn">The earlier referral, when the receiver was its receiver too.</param>
    /// <param name="partOf">The received referral, when the receiver was its sender.</param>
    public static RequestReferral Request(SentReferral referral, Party sender, DisclosurePermit permit, Guid? basedOn, Guid? partOf) => new()
    {
        ReferralId = referral.ReferralId,
        DisclosureId = referral.DisclosureId ?? throw new InvalidOperationException("A request needs a permit."),
        PersonRef = permit.ReceiverRef,
        Sender = sender,
        Receiver = referral.Receiver ?? throw new InvalidOperationException("A request needs a receiver."),
        Agent = referral.ReceiverAgent,
        Request = referral.Request,
        Issues = [.. referral.Issues.Intersect(permit.Issues, StringComparer.Ordinal)],
        Priority = referral.Priority,
        Categories = referral.Categories,
        Language = referral.Language,
        AcknowledgeBy = referral.AcknowledgeBy ?? throw new InvalidOperationException("A request needs its clocks."),
        ResolveBy = referral.ResolveBy ?? throw new InvalidOperationException("A request needs its clocks."),
        BasedOn = basedOn,
        PartOf = partOf,
        RequestedAt = referral.RequestedAt ?? throw new InvalidOperationException("A request needs its clocks."),
    };

    /// <summary>The receiver's report of its state.</summary>
    public static ReportReferralProgress Report(ReceivedReferral referral) => new()
    {
        ReferralId = referral.ReferralId,
        Action = referral.LastVerb,
        Status = referral.Status,
        StatusReason = referral.StatusReason,
        Outcome = referral.Outcome,
        Results = referral.Results,
        OccurredAt = referral.UpdatedAt,
    };

    /// <summary>The sender's cancel, mistake or time-out.</summary>
    public static CancelReferral Cancel(SentReferral referral, string kind, string? reason, DateTimeOffset now) => new()
    {
        ReferralId = referral.ReferralId,
        Kind = kind,
        Reason = reason ?? StatusReason.Other,
        RequestedAt = now,
    };
}
