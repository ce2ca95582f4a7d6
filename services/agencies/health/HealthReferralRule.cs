using Cnaim.Contracts.Codes;
using Cnaim.OfficeKit.Referrals;

namespace Cnaim.Health;

/// <summary>Care does not depend on the residence status, so this office never takes it, whatever was permitted.</summary>
internal sealed class HealthReferralRule : IReferralRule
{
    public ReferralArrival Review(ReferralArrival arrival) => arrival with
    {
        Categories = [.. arrival.Categories.Where(category => !string.Equals(category, DataCategory.ResidenceStatus, StringComparison.Ordinal))],
    };
}
