using Cnaim.Contracts;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The sender's aggregate: a row of <c>referral_sent</c>.</summary>
internal sealed record SentReferral
{
    public Guid ReferralId { get; init; }

    public string Centre { get; init; } = "";

    public string PersonRef { get; init; } = "";

    public string? ReceiverOffice { get; init; }

    public string? ReceiverCentre { get; init; }

    public string? ReceiverAgent { get; init; }

    public string? OpenArea { get; init; }

    public string Request { get; init; } = "";

    public string[] Issues { get; init; } = [];

    public string Priority { get; init; } = "";

    public string[] Categories { get; init; } = [];

    public string? Language { get; init; }

    /// <summary>The law named in place of a consent.</summary>
    public string? StatutoryGround { get; init; }

    public Guid? DisclosureId { get; init; }

    public string Status { get; init; } = "";

    public string LastVerb { get; init; } = "";

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public string[] Results { get; init; } = [];

    public string? HeldBack { get; init; }

    public bool CancellationRequested { get; init; }

    public bool TimedOut { get; init; }

    public int Escalation { get; init; }

    public Guid? BasedOn { get; init; }

    public Guid? PartOf { get; init; }

    public DateTimeOffset? RequestedAt { get; init; }

    public DateTimeOffset? AcknowledgeBy { get; init; }

    public DateTimeOffset? ResolveBy { get; init; }

    /// <summary>When the focal point was last reminded.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }

    public Party? Receiver => ReceiverOffice is null || ReceiverCentre is null ? null : new Party { Office = ReceiverOffice, Centre = ReceiverCentre };

    public ReferralView View => new()
    {
        Status = Status,
        LastVerb = LastVerb,
        StatusReason = StatusReason,
        Outcome = Outcome,
        Results = Results,
        CancellationRequested = CancellationRequested,
        TimedOut = TimedOut,
    };

    /// <summary>The aggregate after a change of what both sides share; the next version.</summary>
    public SentReferral With(ReferralView view, DateTimeOffset now) => this with
    {
        Status = view.Status,
        LastVerb = view.LastVerb,
        StatusReason = view.StatusReason,
        Outcome = view.Outcome,
        Results = view.Results,
        CancellationRequested = view.CancellationRequested,
        TimedOut = view.TimedOut,
        UpdatedAt = now,
        Version = Version + 1,
    };

    /// <summary>An open referral for the claimant that was chosen, or for nobody again.</summary>
    public SentReferral For(Party? receiver, DateTimeOffset now) => this with
    {
        ReceiverOffice = receiver?.Office,
        ReceiverCentre = receiver?.Centre,
        UpdatedAt = now,
        Version = Version + 1,
    };

    /// <summary>The aggregate after a reminder; the next version.</summary>
    public SentReferral Reminded(DateTimeOffset now) => With(View, now) with { RemindedAt = now };
}
