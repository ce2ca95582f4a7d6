using Cnaim.Contracts.Codes;
using Cnaim.Contracts.Commands;
using Cnaim.OfficeKit.Catalogue;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>What a receiver makes of a request; pure.</summary>
internal static class ArrivalRules
{
    /// <summary>False when the command asks another office, or for something that this office does not do.</summary>
    public static bool IsForUs(RequestReferral command, string office) =>
        string.Equals(command.Receiver.Office, office, StringComparison.Ordinal)
        && string.Equals(ServiceCatalogue.Embedded.Find(command.Request)?.Office, office, StringComparison.Ordinal);

    /// <summary>The new aggregate, after the office's own rule had its say.</summary>
    public static ReceivedReferral Receive(RequestReferral command, IReferralRule rule, DateTimeOffset now)
    {
        var arrival = rule.Review(ArrivalOf(command));
        var status = arrival.RejectBecause is null ? ReferralStatus.Requested : ReferralStatus.Rejected;
        return new ReceivedReferral
        {
            ReferralId = command.ReferralId,
            Centre = command.Receiver.Centre,
            CaseId = Guid.CreateVersion7(now),
            PersonRef = command.PersonRef,
            SenderOffice = command.Sender.Office,
            SenderCentre = command.Sender.Centre,
            Request = command.Request,
            Issues = command.Issues,
            Priority = command.Priority,
            Categories = [.. arrival.Categories.Intersect(command.Categories, StringComparer.Ordinal)],
            Language = command.Language,
            DisclosureId = command.DisclosureId,
            Status = status,
            LastVerb = arrival.RejectBecause is null ? ReferralVerb.Requested : ReferralVerb.Rejected,
            StatusReason = arrival.RejectBecause,
            BasedOn = command.BasedOn,
            PartOf = command.PartOf,
            RequestedAt = command.RequestedAt,
            AcknowledgeBy = command.AcknowledgeBy,
            ResolveBy = command.ResolveBy,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
    }

    private static ReferralArrival ArrivalOf(RequestReferral command) => new()
    {
        Request = command.Request,
        Issues = command.Issues,
        Priority = command.Priority,
        Categories = command.Categories,
        Centre = command.Receiver.Centre,
    };
}
