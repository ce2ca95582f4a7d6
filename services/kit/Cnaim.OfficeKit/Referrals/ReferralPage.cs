using Cnaim.OfficeKit.Hosting;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>One page of referrals.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">The <c>after</c> of the next page; null on the last one, and when an order was asked for.</param>
/// <param name="Total">How many there are on all pages; only when an order was asked for.</param>
internal sealed record ReferralPage(IReadOnlyList<ReferralResource> Items, string? Next, int? Total)
{
    public static ReferralPage Of(Page<ReferralResource> page, int? total) => total is null ? new(page.Items, page.Next, Total: null) : new(page.Items, Next: null, total);
}
