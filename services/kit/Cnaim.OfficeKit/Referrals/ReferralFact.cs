using Cnaim.OfficeKit.Catalogue;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What a thin event says: codes, ids and times; a sensitive office is generalised before it gets here.</summary>
internal sealed record ReferralFact
{
    public required string Verb { get; init; }

    public required Guid ReferralId { get; init; }

    public Guid? DisclosureId { get; init; }

    public required string Sender { get; init; }

    public required string Receiver { get; init; }

    public string? Request { get; init; }

    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public required string Centre { get; init; }

    public string? OtherCentre { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The fact as the sender tells it.</summary>
    public static ReferralFact Of(SentReferral referral, string office, NetworkOffices offices) =>
        Of(referral.View, office, referral.ReceiverOffice ?? "", referral.Request, offices) with
        {
            ReferralId = referral.ReferralId,
            DisclosureId = referral.DisclosureId,
            Centre = referral.Centre,
            OtherCentre = referral.ReceiverCentre,
            OccurredAt = referral.UpdatedAt,
        };

    /// <summary>The fact as the receiver tells it.</summary>
    public static ReferralFact Of(ReceivedReferral referral, string office, NetworkOffices offices) =>
        Of(referral.View, referral.SenderOffice, office, referral.Request, offices) with
        {
            ReferralId = referral.ReferralId,
            DisclosureId = referral.DisclosureId,
            Centre = referral.Centre,
            OtherCentre = referral.SenderCentre,
            OccurredAt = referral.UpdatedAt,
        };

    private static ReferralFact Of(ReferralView view, string sender, string receiver, string request, NetworkOffices offices) => new()
    {
        Verb = view.LastVerb,
        ReferralId = Guid.Empty,
        Sender = offices.Generalise(sender),
        Receiver = offices.Generalise(receiver),
        Request = offices.IsSensitive(receiver) ? null : request,
        Status = view.Status,
        StatusReason = view.StatusReason,
        Outcome = view.Outcome,
        Centre = "",
        OccurredAt = default,
    };
}
