namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>A page of an office's referrals.</summary>
internal sealed record ReferralList(IReadOnlyList<Referral> Items, string? Next);
