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

    public const string Roots = """
        SELECT
            root_no,
            root,
            leaves::text
        FROM audit_root
        ORDER BY root_no
        """;
}
