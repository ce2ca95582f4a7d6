using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.AuditRoots;

namespace Cnaim.Subscriptions.Events;

/// <summary>An event as one agreement lets it out: members are named that may leave, so that a new one stays until somebody decides (ADR 0100).</summary>
internal sealed class ShowEvent(FieldProtection protection, LatestAuditRoot root)
{
    private const string Network = "urn:cnaim:network";

    private static readonly string[] Codes = ["sender", "receiver", "request", "status", "statusReason", "outcome", "reason", "template", "centre"];

    public CloudEvent As(KeptEvent kept, AgreementRow agreement) => agreement.DataLevel switch
    {
        DataLevel.Party => Base(kept) with { Source = kept.Source, Subject = kept.Subject.ToString(), Sequence = Number(kept), Dataschema = kept.DataSchema, Data = JsonNode.Parse(kept.Data)!.AsObject() },
        DataLevel.Status => Base(kept) with { Source = kept.Source, Subject = SubjectFor(agreement, kept.Subject).ToString(), Sequence = Number(kept), Data = CodesOf(kept) },
        _ => Base(kept),
    };

    private CloudEvent Base(KeptEvent kept) => new()
    {
        Id = kept.EventId.ToString(),
        Source = Network,
        Type = kept.EventType,
        Time = kept.OccurredAt,
        Municipality = kept.Municipality.Length > 0 ? kept.Municipality : null,
        Auditroot = root.Current,
    };

    private static JsonObject CodesOf(KeptEvent kept)
    {
        var (all, shown) = (JsonNode.Parse(kept.Data)!.AsObject(), new JsonObject());
        foreach (var name in Codes.Where(name => all[name] is JsonValue))
        {
            shown[name] = all[name]!.DeepClone();
        }

        return shown;
    }

    /// <summary>The same for every event of one aggregate, and another for every other partner: two of them cannot join what they were told.</summary>
    private Guid SubjectFor(AgreementRow agreement, Guid subject)
    {
        var key = protection.Unprotect(agreement.SubjectKey, agreement.AgreementId);
        var digest = HMACSHA256.HashData(key, subject.ToByteArray(bigEndian: true)).AsSpan(0, 16);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80); // version 8: made by us
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest, bigEndian: true);
    }

    private static string Number(KeptEvent kept) => kept.Sequence.ToString(CultureInfo.InvariantCulture);
}
