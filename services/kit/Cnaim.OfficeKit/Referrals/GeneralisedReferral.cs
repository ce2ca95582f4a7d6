using Cnaim.Contracts;
using Cnaim.OfficeKit.Catalogue;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>Takes the name of a sensitive office out of what others read: who sees it knows why the person went there (domain.md section 3).</summary>
internal static class GeneralisedReferral
{
    /// <summary>The resource as the staff of <paramref name="own"/> may read it.</summary>
    public static ReferralResource Generalised(this ReferralResource resource, string own, NetworkOffices offices) =>
        IsHidden(resource.Sender, own, offices) || IsHidden(resource.Receiver, own, offices)
            ? resource with
            {
                Sender = Shown(resource.Sender, own, offices),
                Receiver = Shown(resource.Receiver, own, offices),
                Request = offices.IsNamedBy(resource.Request, own) ? NetworkOffices.GeneralName : resource.Request,
                Issues = offices.IsNamedBy(resource.Request, own) ? [] : resource.Issues,
                Timeline = resource.Timeline is null ? null : [.. resource.Timeline.Select(entry => entry with { By = offices.Generalise(entry.By) })],
            }
            : resource;

    private static bool IsHidden(Party? party, string own, NetworkOffices offices) =>
        party is not null && offices.IsSensitive(party.Office) && !string.Equals(party.Office, own, StringComparison.Ordinal);

    private static Party? Shown(Party? party, string own, NetworkOffices offices) => IsHidden(party, own, offices) ? party! with { Office = NetworkOffices.GeneralName } : party;
}
