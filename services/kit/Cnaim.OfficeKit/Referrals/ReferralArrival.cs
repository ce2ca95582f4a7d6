namespace Cnaim.OfficeKit.Referrals;

/// <summary>A referral on arrival, as <see cref="IReferralRule"/> sees it; nothing about the person.</summary>
public sealed record ReferralArrival
{
    /// <summary>The request code of the service catalogue.</summary>
    public required string Request { get; init; }

    /// <summary>The issue codes that raised it; may be empty.</summary>
    public required IReadOnlyList<string> Issues { get; init; }

    /// <summary><c>routine</c>, <c>urgent</c> or <c>emergency</c>.</summary>
    public required string Priority { get; init; }

    /// <summary>The data categories that the office takes of those the permit covers; a rule may drop some, never add.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The receiving centre's code.</summary>
    public required string Centre { get; init; }

    /// <summary>A status reason code to reject it at once; null, the default, leaves it to the staff.</summary>
    public string? RejectBecause { get; init; }
}
