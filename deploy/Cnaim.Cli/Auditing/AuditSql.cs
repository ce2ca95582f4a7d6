namespace Cnaim.Cli.Auditing;

internal static class AuditSql
{
    public const string Heads = """
        SELECT
            service,
            seal_no,
            head,
            kept_at
        FROM audit_head
        ORDER BY
            service,
            seal_no
        """;

    /// <summary>Without the detail, which may say more than who did what.</summary>
    public const string Entries = """
        SELECT
            a.entry_id,
            a.at,
            a.subject,
            a.office,
            a.centre,
            a.role,
            a.action,
            a.record_kind,
            a.record_id,
            a.purpose,
            s.seal_no
        FROM audit_entry AS a
        LEFT JOIN audit_seal AS s ON s.entry_id = a.entry_id
        WHERE (@recordKind::text IS NULL OR (a.record_kind = @recordKind AND a.record_id = @recordId))
          AND (@since::timestamptz IS NULL OR a.at >= @since)
        ORDER BY a.entry_id DESC
        LIMIT @limit
        """;

    public const string Roots = """
        SELECT
            root_no,
            root,
            leaves::text
        FROM audit_root
        ORDER BY root_no
        """;
}
