namespace Cnaim.Messaging.Inbox;

internal static class InboxSql
{
    /// <summary>A message that lies in an error queue or is parked counts as had: only the operator or the parked runner brings it back.</summary>
    public const string InsertInbox = """
        INSERT INTO messaging.inbox (event_day, message_id, consumer)
        SELECT d, m, $3
        FROM unnest($1::date[], $2::uuid[]) AS u (d, m)
        WHERE NOT EXISTS (SELECT 1 FROM messaging.failed AS f WHERE f.message_id = m AND f.consumer = $3)
          AND NOT EXISTS (SELECT 1 FROM messaging.parked AS p WHERE p.message_id = m AND p.consumer = $3 AND p.message_id IS DISTINCT FROM $4)
        ON CONFLICT DO NOTHING
        RETURNING message_id
        """;

    public const string InsertStreams = """
        INSERT INTO messaging.stream_in (source, stream_id, audience, consumer, last_version)
        SELECT s, i, a, $4, 0
        FROM unnest($1::text[], $2::uuid[], $3::text[]) AS u (s, i, a)
        ORDER BY s, i, a
        ON CONFLICT DO NOTHING
        """;

    /// <summary>
    /// The lock comes before the look: a guarded update would not wait for a concurrent n and would see a gap that is none.
    /// LIMIT keeps the planner on the primary key; a plain join scans the whole table while it is small, which is what a busy day starts with.
    /// </summary>
    public const string LockStreams = """
        SELECT k.source, k.stream_id, k.audience, k.last_version
        FROM (
            SELECT s, i, a
            FROM unnest($1::text[], $2::uuid[], $3::text[]) AS w (s, i, a)
            ORDER BY s, i, a) AS u
        CROSS JOIN LATERAL (
            SELECT t.source, t.stream_id, t.audience, t.last_version
            FROM messaging.stream_in AS t
            WHERE t.source = u.s AND t.stream_id = u.i AND t.audience = u.a AND t.consumer = $4
            LIMIT 1
            FOR UPDATE) AS k
        """;

    public const string ReadGaps = """
        SELECT p.source, p.stream_id, p.audience, p.version, p.message_id, p.event_type, p.envelope
        FROM messaging.parked AS p
        JOIN unnest($1::text[], $2::uuid[], $3::text[]) AS u (s, i, a) ON p.source = u.s AND p.stream_id = u.i AND p.audience = u.a
        WHERE p.consumer = $4 AND p.reason = 'gap' AND p.attempts = 0
        ORDER BY p.source, p.stream_id, p.audience, p.version
        LIMIT 100
        """;

    public const string Park = """
        INSERT INTO messaging.parked (message_id, consumer, source, stream_id, audience, version, reason, event_type, envelope)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (message_id, consumer) DO NOTHING
        """;

    public const string Unpark = "DELETE FROM messaging.parked WHERE consumer = $1 AND message_id = ANY ($2)";

    public const string Unfail = "DELETE FROM messaging.failed WHERE consumer = $1 AND message_id = ANY ($2)";

    /// <summary>The rows are there and locked; the conflict finds them by the primary key, whatever the table's size.</summary>
    public const string Advance = """
        INSERT INTO messaging.stream_in (source, stream_id, audience, consumer, last_version)
        SELECT s, i, a, $4, v
        FROM unnest($1::text[], $2::uuid[], $3::text[], $5::bigint[]) AS u (s, i, a, v)
        ON CONFLICT (source, stream_id, audience, consumer) DO UPDATE SET last_version = EXCLUDED.last_version
        """;

    /// <summary>What lies in an error queue.</summary>
    public const string InsertFailed = """
        INSERT INTO messaging.failed (message_id, consumer, source, stream_id, audience, version, queue, event_type, reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT DO NOTHING
        """;

    public const string CreatePartition = "SELECT messaging.create_inbox_partition($1)";

    /// <summary>Partitions of days before the first that is kept; a lock that is not free within 2 s fails it.</summary>
    public const string DropPartitions = "SELECT messaging.drop_inbox_partitions($1)";

    /// <summary>In version order, so that outbox order is version order; rows that wait already stay where they are.</summary>
    public const string EnqueueAgain = """
        INSERT INTO messaging.outbox (message_id, stream_id, audience)
        SELECT message_id, stream_id, audience
        FROM messaging.sent_event
        WHERE stream_id = @stream AND version >= @from AND audience = ANY (@audiences)
        ORDER BY audience, version
        LIMIT 1000
        ON CONFLICT (message_id) DO NOTHING
        """;
}
