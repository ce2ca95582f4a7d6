namespace Cnaim.OfficeKit.Referrals;

/// <summary>One line of a referral's history on this side.</summary>
internal sealed record TimelineEntry
{
    public Guid ReferralId { get; init; }

    /// <summary><c>sender</c> or <c>receiver</c>: whose aggregate moved.</summary>
    public string Side { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>An event verb, or <c>created</c>, <c>offered</c>, <c>cancellation-asked</c>, <c>reminded</c>, <c>disclosure-withdrawn</c>.</summary>
    public string What { get; init; } = "";

    /// <summary>The state afterwards.</summary>
    public string Status { get; init; } = "";

    /// <summary>The staff member's subject, the other party's office, or <c>system</c>.</summary>
    public string SetBy { get; init; } = "";

    public string? StatusReason { get; init; }

    public string? Outcome { get; init; }

    public string[] Results { get; init; } = [];

    /// <summary>Free text for this office only; it is in no message.</summary>
    public string? Note { get; init; }

    /// <summary>The author of what happens by itself.</summary>
    public const string System = "system";
}
