namespace Cnaim.Messaging.Auditing;

internal static class AuditReadsSql
{
    /// <summary>
    /// Looks at records of people for which nobody named work. A case or a referral is its own reason, and a list of a centre names nobody.
    /// What was refused was not seen.
    /// </summary>
    public const string WithoutWork = """
        SELECT
            entry_id,
            at,
            office,
            centre,
            role,
            action,
            purpose,
            record_kind
        FROM audit_entry
        WHERE at >= @since
          AND (@after::bigint IS NULL OR entry_id < @after)
          AND role <> 'service'
          AND action ~ '[.-](read|listed|searched|shown|exported|fetched)$'
          AND record_kind IN ('person', 'people', 'interview', 'consent', 'disclosure', 'emergency-access', 'identifier', 'appointment', 'booking', 'interpreting')
          AND NOT coalesce(detail ? 'behind', false)
        ORDER BY entry_id DESC
        LIMIT @limit
        """;
}
