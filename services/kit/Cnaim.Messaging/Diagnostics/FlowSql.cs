using Cnaim.Messaging.Auditing;

namespace Cnaim.Messaging;

internal static class FlowSql
{
    public const string Outbox = $"""
        SELECT
            COALESCE(EXTRACT(EPOCH FROM clock_timestamp() - min(enqueued_at) FILTER (WHERE parked_at IS NULL)), 0)::float8 AS age_seconds,
            count(*) FILTER (WHERE parked_at IS NOT NULL) AS parked,
            {AuditSql.UnsealedFor} AS unsealed_seconds
        FROM messaging.outbox
        """;

    public const string Parked = """
        SELECT
            reason,
            count(*) AS count
        FROM messaging.parked
        WHERE consumer = @consumer AND (reason <> 'gap' OR parked_at < clock_timestamp() - interval '60 seconds')
        GROUP BY reason
        """;

    /// <summary>What makes claims slow or fills the disk (reliability.md section 1.5). A slot without a database pins WAL too; transactions of other databases pin nothing here.</summary>
    public const string Upkeep = """
        SELECT
            (SELECT count(*) FROM pg_replication_slots) AS replication_slots,
            pg_stat_get_dead_tuples('messaging.outbox'::regclass) AS dead_tuples,
            (SELECT COALESCE(EXTRACT(EPOCH FROM max(clock_timestamp() - xact_start)), 0)::float8
             FROM pg_stat_activity
             WHERE backend_xmin IS NOT NULL AND datname = current_database() AND pid <> pg_backend_pid()) AS oldest_transaction,
            (SELECT count(*)
             FROM pg_inherits AS i
             JOIN pg_class AS c ON c.oid = i.inhrelid
             WHERE i.inhparent = 'messaging.inbox'::regclass
               AND c.relname > 'inbox_' || to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYYMMDD')) AS partitions_ahead
        """;

    public const string BeatIsFresh = "SELECT COALESCE((SELECT beat_at > clock_timestamp() - interval '20 seconds' FROM messaging.relay_lease), false)";
}
