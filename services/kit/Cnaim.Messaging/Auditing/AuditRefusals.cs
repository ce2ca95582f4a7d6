using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Messaging.Auditing;

internal static class AuditRefusals
{
    public static readonly Refusal NotSealed = new("audit-not-sealed", 503, "Nothing can be changed or read now: what was done before cannot be proven until the audit trail is sealed again.")
    {
        Fix = "Nothing was saved. The operator has been alerted; try again later with the same Idempotency-Key.",
    };
}
