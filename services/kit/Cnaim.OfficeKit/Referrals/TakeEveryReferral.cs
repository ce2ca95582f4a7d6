namespace Cnaim.OfficeKit.Referrals;

/// <summary>The default rule: takes a referral as it is.</summary>
internal sealed class TakeEveryReferral : IReferralRule
{
    public ReferralArrival Review(ReferralArrival arrival) => arrival;
}
