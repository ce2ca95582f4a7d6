using Cnaim.Contracts;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Directory;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Whom an open referral is offered to; pure.</summary>
internal static class CandidateRules
{
    private const int Most = 10;

    /// <summary>The directory's candidates without those at capacity, without the sender itself, and never an office that the data excludes.</summary>
    public static IReadOnlyList<Party> Choose(IEnumerable<CandidateEntry> found, SentReferral referral, string office, NetworkOffices offices)
    {
        var self = new Party { Office = office, Centre = referral.Centre };
        var owner = ServiceCatalogue.Embedded.Find(referral.Request)?.Office;
        return [.. found
            .Where(candidate => candidate.Capacity is null or > 0)
            .Where(candidate => offices.MayBeOffered(candidate.Office) && string.Equals(candidate.Office, owner, StringComparison.Ordinal))
            .Select(candidate => new Party { Office = candidate.Office, Centre = candidate.Centre })
            .Where(candidate => candidate != self)
            .Distinct()
            .Take(Most)];
    }
}
