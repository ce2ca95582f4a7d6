namespace Cnaim.Messaging;

internal static class FlowSql
{
    public const string Outbox = """
        SELECT
            COALESCE(EXTRACT(EPOCH FROM clock_timestamp() - min(enqueued_at) FILTER (WHERE parked_at IS NULL)), 0)::float8 AS age_seconds,
            count(*) FILTER (WHERE parked_at IS NOT NULL) AS parked
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

    public const string Slots = "SELECT count(*) FROM pg_replication_slots WHERE database = current_database()";

    public const string BeatIsFresh = "SELECT COALESCE((SELECT beat_at > clock_timestamp() - interval '20 seconds' FROM messaging.relay_lease), false)";
}
