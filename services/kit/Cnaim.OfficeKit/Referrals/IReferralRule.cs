namespace Cnaim.OfficeKit.Referrals;

/// <summary>What an office does differently when a referral arrives. The default takes it as it is.</summary>
public interface IReferralRule
{
    /// <summary>Looks at a referral before it is stored; pure, no reads.</summary>
    /// <param name="arrival">What was asked.</param>
    /// <returns>The same, with fewer <see cref="ReferralArrival.Categories"/> or with <see cref="ReferralArrival.RejectBecause"/> set.</returns>
    ReferralArrival Review(ReferralArrival arrival);
}
