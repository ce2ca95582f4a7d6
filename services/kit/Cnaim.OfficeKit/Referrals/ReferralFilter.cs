namespace Cnaim.OfficeKit.Referrals;

/// <summary>Which referrals a list shows; null is no filter.</summary>
internal sealed record ReferralFilter
{
    /// <summary>The last id of the page before.</summary>
    public Guid? After { get; init; }

    /// <summary>States, any of which matches.</summary>
    public string[]? Statuses { get; init; }

    public string? Priority { get; init; }

    public string? Request { get; init; }

    /// <summary>Escalated to at least 50, 100, 150 or 200 percent.</summary>
    public int? MinimumEscalation { get; init; }

    /// <summary>Rows on a page; 1 to 200.</summary>
    public int Limit { get; init; } = 50;
}
