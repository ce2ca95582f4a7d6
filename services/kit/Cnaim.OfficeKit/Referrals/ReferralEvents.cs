using Cnaim.Contracts.Events;
using Cnaim.Messaging;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Publishes a fact as the thin event of its verb. One record per verb, because the type is the wire name.</summary>
internal static class ReferralEvents
{
    /// <summary>Collects the event.</summary>
    public static ValueTask EnqueueAsync(this OfficeTransaction transaction, ReferralFact fact, CancellationToken cancellationToken) => fact.Verb switch
    {
        ReferralVerb.Requested => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Requested(fact), cancellationToken),
        ReferralVerb.Claimed => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Claimed(fact), cancellationToken),
        ReferralVerb.Accepted => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Accepted(fact), cancellationToken),
        ReferralVerb.Rejected => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Rejected(fact), cancellationToken),
        ReferralVerb.Started => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Started(fact), cancellationToken),
        ReferralVerb.Held => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Held(fact), cancellationToken),
        ReferralVerb.Resumed => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Resumed(fact), cancellationToken),
        ReferralVerb.Completed => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Completed(fact), cancellationToken),
        ReferralVerb.Failed => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Failed(fact), cancellationToken),
        ReferralVerb.Cancelled => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, Cancelled(fact), cancellationToken),
        ReferralVerb.EnteredInError => transaction.EnqueueAsync(fact.ReferralId, Audience.Network, EnteredInError(fact), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Verb, "There is no event for this verb."),
    };

    private static ReferralRequested Requested(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralClaimed Claimed(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralAccepted Accepted(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralRejected Rejected(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralStarted Started(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralHeld Held(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralResumed Resumed(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralCompleted Completed(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralFailed Failed(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralCancelled Cancelled(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };

    private static ReferralEnteredInError EnteredInError(ReferralFact fact) => new()
    {
        ReferralId = fact.ReferralId,
        DisclosureId = fact.DisclosureId,
        Sender = fact.Sender,
        Receiver = fact.Receiver,
        Request = fact.Request,
        Status = fact.Status,
        StatusReason = fact.StatusReason,
        Outcome = fact.Outcome,
        Centre = fact.Centre,
        OtherCentre = fact.OtherCentre,
        OccurredAt = fact.OccurredAt,
    };
}
