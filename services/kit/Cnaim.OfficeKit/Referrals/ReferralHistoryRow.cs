namespace Cnaim.OfficeKit.Referrals;

/// <summary>A referral in an office's history: ids, codes and times; nothing of the person, nor what their issues are.</summary>
internal sealed record ReferralHistoryRow
{
    public Guid Id { get; init; }

    /// <summary><c>sent</c> or <c>received</c>.</summary>
    public string Direction { get; init; } = "";

    /// <summary>The other side; null while nobody has taken it.</summary>
    public string? Office { get; init; }

    public string? Centre { get; init; }

    public string Request { get; init; } = "";

    public string Priority { get; init; } = "";

    public string Status { get; init; } = "";

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public string[] Results { get; init; } = [];

    /// <summary>0, or the last reminder in percent of acknowledge-by.</summary>
    public int Escalation { get; init; }

    public Guid? BasedOn { get; init; }

    public Guid? PartOf { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RequestedAt { get; init; }

    public DateTimeOffset? AcknowledgeBy { get; init; }

    /// <summary>When it was accepted or rejected.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? ResolveBy { get; init; }

    /// <summary>When it first came to an end.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
