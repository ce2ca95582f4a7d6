using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cnaim.ServiceDefaults.Protection;
using Cnaim.Subscriptions.Agreements;
using Cnaim.Subscriptions.AuditRoots;

namespace Cnaim.Subscriptions.Events;

/// <summary>An event as one agreement lets it out: members are named that may leave, so that a new one stays until somebody decides (ADR 0100).</summary>
internal sealed class ShowEvent(FieldProtection protection, LatestAuditRoot root)
{
    private const string Network = "urn:cnaim:network";
    private const int StreamSize = 8;

    private static readonly string[] Codes = ["sender", "receiver", "request", "status", "statusReason", "outcome", "reason", "template", "centre"];

    public CloudEvent As(KeptEvent kept, AgreementRow agreement) => agreement.DataLevel switch
    {
        DataLevel.Party => Base(kept) with { Source = kept.Source, Subject = kept.Subject.ToString(), Sequence = Number(kept), Dataschema = kept.DataSchema, Data = JsonNode.Parse(kept.Data)!.AsObject() },
        DataLevel.Status => Base(kept) with { Source = StreamFor(agreement, kept), Subject = SubjectFor(agreement, kept.Subject).ToString(), Sequence = Number(kept), Data = CodesOf(kept) },
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

    /// <summary>The same for every event of one aggregate, and another for every other partner.</summary>
    private Guid SubjectFor(AgreementRow agreement, Guid subject)
    {
        var digest = Digest(agreement, subject.ToByteArray(bigEndian: true)).AsSpan(0, 16);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80); // version 8: made by us
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest, bigEndian: true);
    }

    /// <summary>Tells the streams of one subject apart, each with its own sequence, and names no office: about another subject, or to another partner, the same office has another.</summary>
    private string StreamFor(AgreementRow agreement, KeptEvent kept)
    {
        var digest = Digest(agreement, [.. kept.Subject.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(kept.Source)]);
        return $"{Network}:{Convert.ToHexStringLower(digest.AsSpan(0, StreamSize))}";
    }

    private byte[] Digest(AgreementRow agreement, byte[] value) => HMACSHA256.HashData(protection.Unprotect(agreement.SubjectKey, agreement.AgreementId), value);

    /// <summary>None where two offices may stand behind one name: their numbers would be mixed.</summary>
    private static string? Number(KeptEvent kept) =>
        string.Equals(kept.Source, GeneralNames.SpecialisedSource, StringComparison.Ordinal) ? null : kept.Sequence.ToString(CultureInfo.InvariantCulture);
}
