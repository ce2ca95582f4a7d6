namespace Cnaim.Messaging.Relay;

internal static class RelaySql
{
    public const string TryLock = "SELECT pg_try_advisory_lock(7741, 1)";

    public const string Beat = """
        INSERT INTO messaging.relay_lease (only_row, backend_pid, holder, beat_at)
        VALUES (true, pg_backend_pid(), $1, clock_timestamp())
        ON CONFLICT (only_row) DO UPDATE SET backend_pid = EXCLUDED.backend_pid, holder = EXCLUDED.holder, beat_at = EXCLUDED.beat_at
        """;

    /// <summary>Ends the session of a holder that stopped beating; its TCP connection may be alive although its process is stopped.</summary>
    public const string TakeOver = """
        SELECT pg_terminate_backend(l.backend_pid)
        FROM messaging.relay_lease AS l
        WHERE l.beat_at < clock_timestamp() - interval '20 seconds'
          AND EXISTS (
            SELECT 1
            FROM pg_locks AS k
            WHERE k.locktype = 'advisory' AND k.classid = 7741 AND k.objid = 1 AND k.granted AND k.pid = l.backend_pid
              AND k.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
        """;

    /// <summary>Rows that exist are unpublished. A failing row holds back its own stream and nothing else.</summary>
    public const string Read = """
        SELECT
            o.id,
            o.attempts,
            o.message_id,
            e.event_day,
            o.stream_id,
            o.audience,
            e.version,
            e.event_type,
            e.body,
            e.trace_parent,
            e.created_at
        FROM messaging.outbox AS o
        JOIN messaging.sent_event AS e ON e.message_id = o.message_id
        WHERE o.parked_at IS NULL
          AND (o.next_attempt_at IS NULL OR o.next_attempt_at <= clock_timestamp())
          AND NOT EXISTS (
            SELECT 1
            FROM messaging.outbox AS b
            WHERE b.attempts > 0 AND b.stream_id = o.stream_id AND b.audience = o.audience AND b.id < o.id)
          AND NOT (o.audience = ANY ($1))
          AND ($2::text IS NULL OR o.audience = $2)
        ORDER BY o.id
        LIMIT $3
        """;

    public const string Delete = "DELETE FROM messaging.outbox WHERE id = ANY ($1)";

    public const string Failed = """
        UPDATE messaging.outbox
        SET attempts = LEAST(attempts + 1, 30000),
            next_attempt_at = clock_timestamp() + make_interval(secs => $2),
            parked_at = CASE WHEN $3 THEN clock_timestamp() END,
            last_error = $4
        WHERE id = $1
        """;
}
