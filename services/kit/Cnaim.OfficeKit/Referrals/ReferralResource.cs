using Cnaim.Contracts;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>A referral in the API, as one side sees it.</summary>
internal sealed record ReferralResource
{
    public required Guid Id { get; init; }

    /// <summary><c>sent</c>, <c>received</c>, or <c>offered</c> for an open one that this office could take.</summary>
    public required string Direction { get; init; }

    /// <summary>A referral status; of an offer <c>offered, claimed, taken, withdrawn</c>.</summary>
    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public string[] Results { get; init; } = [];

    /// <summary>Why a draft has not gone out.</summary>
    public string? HeldBack { get; init; }

    /// <summary>True while the receiver has not answered a cancel.</summary>
    public bool CancellationRequested { get; init; }

    /// <summary>0, or the last reminder in percent of acknowledge-by.</summary>
    public int Escalation { get; init; }

    /// <summary>When the focal point was last reminded, by the clock or by a coordinator.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    public Party? Sender { get; init; }

    public Party? Receiver { get; init; }

    /// <summary>The municipality of an open referral.</summary>
    public string? Area { get; init; }

    public required string Request { get; init; }

    public string[] Issues { get; init; } = [];

    public required string Priority { get; init; }

    public string[] Categories { get; init; } = [];

    public string? Language { get; init; }

    /// <summary>The person as this office knows them; null in an offer and after a purge.</summary>
    public string? PersonId { get; init; }

    public Guid? DisclosureId { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? BasedOn { get; init; }

    public Guid? PartOf { get; init; }

    /// <summary>When the person's consent ended.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Both clocks; null while a draft.</summary>
    public ReferralClocksResource? Clocks { get; init; }

    public IReadOnlyList<string> AllowedActions { get; init; } = [];

    /// <summary>Oldest first; only when one referral is read.</summary>
    public IReadOnlyList<TimelineResource>? Timeline { get; init; }
}
