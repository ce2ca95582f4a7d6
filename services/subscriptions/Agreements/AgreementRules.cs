using System.Net.Mail;
using Cnaim.Messaging.Topology;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.Subscriptions.Events;

namespace Cnaim.Subscriptions.Agreements;

/// <summary>What can be agreed on, and what widens; without a database.</summary>
internal sealed class AgreementRules(Municipalities municipalities, TopologyManifest manifest, GeneralNames names)
{
    public Refusal? Check(AgreementTerms terms)
    {
        string?[] errors =
        [
            terms.Name.Length is >= 1 and <= 200 ? null : "name: use 1 to 200 characters.",
            terms.EventTypes.Count is >= 1 and <= 100 && terms.EventTypes.All(EventTypes.All.Contains) ? null : "eventTypes: use wire types of the event catalogue.",
            terms.Municipalities.Count is >= 1 and <= 400 && terms.Municipalities.All(code => code is Municipalities.All || municipalities.Exists(code)) ? null : "municipalities: use DICO codes, or * for all.",
            DataLevel.Exists(terms.DataLevel) ? null : "dataLevel: use count, status or party.",
            (terms.DataLevel is DataLevel.Party) == terms.Office is not null ? null : "office: name the partner's office with the level party, and only then.",
            terms.Office is not { } office || IsOffice(office) ? null : "office: use the code of an office.",
            terms.ValidUntil is not { } until || until >= terms.ValidFrom ? null : "validUntil: not before validFrom.",
            terms.FocalPoint.Name.Length is >= 1 and <= 200 ? null : "focalPoint.name: use 1 to 200 characters.",
            terms.FocalPoint.Email.Length <= 254 && MailAddress.TryCreate(terms.FocalPoint.Email, out _) ? null : "focalPoint.email: use an e-mail address.",
        ];
        return errors.OfType<string>().ToList() is { Count: > 0 } wrong ? SubscriptionsRefusals.AgreementWith(wrong) : null;
    }

    /// <summary>Whether the new terms let anything through that the present ones do not; a first agreement does.</summary>
    public static bool Widens(AgreementTerms? present, AgreementTerms asked) =>
        present is null
        || asked.EventTypes.Except(present.EventTypes, StringComparer.Ordinal).Any()
        || (!present.Municipalities.Contains(Municipalities.All, StringComparer.Ordinal) && asked.Municipalities.Except(present.Municipalities, StringComparer.Ordinal).Any())
        || !DataLevel.IsWithin(asked.DataLevel, present.DataLevel)
        || !string.Equals(asked.Office, present.Office, StringComparison.Ordinal)
        || (asked.Queue && !present.Queue)
        || asked.ValidFrom < present.ValidFrom
        || (asked.ValidUntil ?? DateOnly.MaxValue) > (present.ValidUntil ?? DateOnly.MaxValue);

    // A sensitive office answers by itself: a partner's system would be told whose referrals it has.
    private bool IsOffice(string code) => manifest.Find(code) is { Kind: "office" } && !names.IsSensitive(code);
}
