namespace Cnaim.Directory.Audit;

internal static class AuditHeadSql
{
    public const string Last = """
        SELECT
            service,
            seal_no,
            head,
            kept_at
        FROM audit_head
        WHERE service = @service
        ORDER BY seal_no DESC
        LIMIT 1
        """;

    public const string Keep = """
        INSERT INTO audit_head (service, seal_no, head)
        VALUES (@service, @sealNo, @head)
        ON CONFLICT (service, seal_no) DO NOTHING
        """;

    public const string List = """
        SELECT
            service,
            seal_no,
            head,
            kept_at
        FROM audit_head
        WHERE service = @service
        ORDER BY seal_no DESC
        LIMIT 500
        """;

    public const string Present = """
        SELECT DISTINCT ON (service)
            service,
            seal_no,
            head,
            kept_at
        FROM audit_head
        ORDER BY
            service,
            seal_no DESC
        """;

    public const string LastRoot = """
        SELECT
            root_no,
            root,
            kept_at,
            leaves::text AS leaves,
            kept_at < clock_timestamp() - interval '1 hour' AS is_due
        FROM audit_root
        ORDER BY root_no DESC
        LIMIT 1
        """;

    /// <summary>Nothing where another replica was faster.</summary>
    public const string KeepRoot = """
        INSERT INTO audit_root (root_no, root, leaves)
        VALUES (@rootNo, @root, @leaves::jsonb)
        ON CONFLICT (root_no) DO NOTHING
        """;
}
