using Cnaim.Contracts.Codes;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What a withdrawn consent does to a received referral; pure.</summary>
internal static class WithdrawalRules
{
    /// <summary>The referral afterwards: without the withdrawn categories; when none is left it is purged or frozen, and cancelled if it was still open.</summary>
    /// <param name="referral">The referral.</param>
    /// <param name="categories">The categories withdrawn; empty means all.</param>
    /// <param name="keepBasis">The legal basis on which the case is kept, or null.</param>
    /// <param name="now">UTC.</param>
    public static ReceivedReferral Apply(ReceivedReferral referral, IReadOnlyCollection<string> categories, string? keepBasis, DateTimeOffset now)
    {
        string[] left = categories.Count == 0 ? [] : [.. referral.Categories.Except(categories, StringComparer.Ordinal)];
        if (left.Length > 0)
        {
            return referral.With(referral.View, now) with { Categories = left };
        }

        var ended = referral.With(ReferralRules.IsFinal(referral.Status) ? referral.View : Cancelled, now) with { WithdrawnAt = now };
        return keepBasis is not null ? ended : ended with
        {
            PersonRef = null,
            Issues = [],
            Categories = [],
            Language = null,
        };
    }

    private static ReferralView Cancelled => new()
    {
        Status = ReferralStatus.Cancelled,
        LastVerb = ReferralVerb.Cancelled,
        StatusReason = StatusReason.ConsentWithdrawn,
    };
}
