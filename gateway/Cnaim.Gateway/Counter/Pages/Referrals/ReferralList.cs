namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>A page of an office's referrals; in an order, with how many there are on all pages.</summary>
internal sealed record ReferralList(IReadOnlyList<Referral> Items, string? Next, int? Total = null);
