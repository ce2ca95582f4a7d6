using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.OfficeKit.Hosting;

/// <summary>One entry for a page of a list: what lies between its first and its last id was shown, unless a filter left it out.</summary>
internal static class PageAudit
{
    public static AuditEntry Of(string kind, IReadOnlyList<Guid> shown, Actor actor) => new()
    {
        Action = kind + ".listed",
        RecordKind = "centre",
        RecordId = actor.Centre,
        Actor = actor,
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["count"] = shown.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["first"] = shown.Count > 0 ? shown[0].ToString() : null,
            ["last"] = shown.Count > 0 ? shown[^1].ToString() : null,
        },
    };
}
