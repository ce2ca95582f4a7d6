using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Subscriptions.Webhooks;

internal static class EndpointAudit
{
    public static AuditEntry Entry(string action, Guid endpointId, Actor? actor, string? detail = null) => new()
    {
        Action = action,
        RecordKind = "endpoint",
        RecordId = endpointId.ToString(),
        Actor = actor,
        Detail = detail is null ? null : new Dictionary<string, string?>(StringComparer.Ordinal) { ["detail"] = detail },
    };
}
