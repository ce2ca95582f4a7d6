using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Restricted;

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

    public string? PersonRef { get; init; }

    /// <summary>Escalated to at least 50, 100, 150 or 200 percent.</summary>
    public int? MinimumEscalation { get; init; }

    /// <summary>The deadline that counts now has passed at this time.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>The order; without one the newest first, by <see cref="After"/>.</summary>
    public ReferralSort? Sort { get; init; }

    /// <summary>Rows before the page, with an order.</summary>
    public int Skip { get; init; }

    /// <summary>Rows on a page; 1 to 200.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>As the statements name them; one row more than the page has.</summary>
    public object Parameters(RecordScope scope) => new
    {
        scope.Centre,
        scope.Subject,
        scope.SeesUnnamed,
        After,
        Statuses,
        Priority,
        Request,
        PersonRef,
        MinimumEscalation,
        OverdueAt,
        sortBy = Sort?.By,
        sortsDown = Sort?.IsDown ?? false,
        statusOrder = ReferralStatus.All.ToArray(),
        Skip,
        limit = Limit + 1,
    };
}
