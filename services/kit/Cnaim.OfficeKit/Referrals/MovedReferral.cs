namespace Cnaim.OfficeKit.Referrals;

/// <summary>The answer to an accepted action.</summary>
internal sealed record MovedReferral(ReferralResource Resource, int Version);
