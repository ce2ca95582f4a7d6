namespace Cnaim.Messaging.Retention;

internal static class RetentionSql
{
    /// <summary>Once a day by the database's clock, and by one replica; a service that has existed for less than a day has nothing that is due.</summary>
    public const string IsDue = """
        SELECT pg_try_advisory_xact_lock(7741, 4) AND COALESCE(
            (SELECT max(at) FROM audit_entry WHERE record_kind = 'retention' AND record_id = 'daily' AND action = 'retention.started'),
            (SELECT at FROM audit_entry ORDER BY entry_id LIMIT 1),
            clock_timestamp()) < clock_timestamp() - interval '24 hours'
        """;
}
