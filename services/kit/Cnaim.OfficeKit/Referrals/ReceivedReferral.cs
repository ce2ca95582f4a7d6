using Cnaim.Contracts;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The receiver's aggregate: a row of <c>referral_received</c>.</summary>
internal sealed record ReceivedReferral
{
    public Guid ReferralId { get; init; }

    public string Centre { get; init; } = "";

    public Guid CaseId { get; init; }

    public string? PersonRef { get; init; }

    public string SenderOffice { get; init; } = "";

    public string SenderCentre { get; init; } = "";

    public string Request { get; init; } = "";

    public string[] Issues { get; init; } = [];

    public string Priority { get; init; } = "";

    public string[] Categories { get; init; } = [];

    public string? Language { get; init; }

    public Guid DisclosureId { get; init; }

    public string Status { get; init; } = "";

    public string LastVerb { get; init; } = "";

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public string[] Results { get; init; } = [];

    public int Escalation { get; init; }

    public Guid? BasedOn { get; init; }

    public Guid? PartOf { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset AcknowledgeBy { get; init; }

    public DateTimeOffset ResolveBy { get; init; }

    /// <summary>When the focal point was last reminded.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }

    public Party Sender => new() { Office = SenderOffice, Centre = SenderCentre };

    public ReferralView View => new()
    {
        Status = Status,
        LastVerb = LastVerb,
        StatusReason = StatusReason,
        Outcome = Outcome,
        Results = Results,
    };

    /// <summary>The aggregate after a move; the next version.</summary>
    public ReceivedReferral With(ReferralView view, DateTimeOffset now) => this with
    {
        Status = view.Status,
        LastVerb = view.LastVerb,
        StatusReason = view.StatusReason,
        Outcome = view.Outcome,
        Results = view.Results,
        UpdatedAt = now,
        Version = Version + 1,
    };

    /// <summary>The aggregate after a reminder; the next version.</summary>
    public ReceivedReferral Reminded(DateTimeOffset now) => With(View, now) with { RemindedAt = now };
}
