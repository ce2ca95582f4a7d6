namespace Cnaim.Messaging.Operator;

internal static class OperatorSql
{
    public const string ListOutbox = """
        SELECT
            o.id,
            o.message_id,
            o.stream_id,
            o.audience,
            e.version,
            e.event_type,
            o.attempts,
            o.enqueued_at,
            o.next_attempt_at,
            o.parked_at,
            o.last_error
        FROM messaging.outbox AS o
        JOIN messaging.sent_event AS e ON e.message_id = o.message_id
        ORDER BY o.id
        LIMIT 500
        """;

    public const string RetryOutbox = """
        UPDATE messaging.outbox
        SET attempts = 0,
            next_attempt_at = NULL,
            parked_at = NULL,
            last_error = NULL
        WHERE (id = @Id OR stream_id = @Stream OR @All) AND (attempts > 0 OR parked_at IS NOT NULL)
        """;

    /// <summary>Only what has not left: a delivered event cannot be taken back.</summary>
    public const string VoidOutbox = """
        WITH o AS (
            UPDATE messaging.outbox
            SET attempts = 0, next_attempt_at = NULL, parked_at = NULL, last_error = NULL
            WHERE (id = @Id OR stream_id = @Stream OR @All) AND attempts > 0
            RETURNING message_id)
        UPDATE messaging.sent_event AS e
        SET body = convert_to(json_build_object('replaces', e.event_type)::text, 'UTF8'),
            event_type = 'pt.cnaim.stream.void.v1',
            schema_major = 1
        FROM o
        WHERE e.message_id = o.message_id AND e.event_type <> 'pt.cnaim.stream.void.v1'
        """;

    public const string ListErrors = """
        SELECT
            message_id,
            source,
            stream_id,
            audience,
            version,
            queue,
            event_type,
            reason,
            failed_at AS at,
            0::smallint AS attempts
        FROM messaging.failed
        WHERE consumer = @consumer AND (@queue::text IS NULL OR queue = @queue)
        UNION ALL
        SELECT
            message_id,
            source,
            stream_id,
            audience,
            version,
            CASE reason WHEN 'dead_letter' THEN 'dead' ELSE 'parked' END,
            event_type,
            reason,
            parked_at,
            attempts
        FROM messaging.parked
        WHERE consumer = @consumer AND (@queue::text IS NULL OR @queue = CASE reason WHEN 'dead_letter' THEN 'dead' ELSE 'parked' END)
        ORDER BY at
        LIMIT 500
        """;

    public const string FindFailed = "SELECT source, stream_id, audience, version, queue, event_type, reason, message_id, failed_at AS at FROM messaging.failed WHERE message_id = @messageId AND consumer = @consumer";

    public const string FindParked = "SELECT source, stream_id, audience, version, 'parked' AS queue, event_type, reason, message_id, parked_at AS at FROM messaging.parked WHERE message_id = @messageId AND consumer = @consumer";

    /// <summary>Back to the parked runner, which applies in order. A message from a wrong sender or a fork is never applied.</summary>
    public const string RetryParked = """
        UPDATE messaging.parked
        SET attempts = 0,
            next_attempt_at = NULL,
            reason = CASE reason WHEN 'gap' THEN 'gap' ELSE 'dead_letter' END
        WHERE message_id = @messageId AND consumer = @consumer AND reason NOT IN ('bad_sender', 'fork')
        """;

    public const string DeleteFailed = "DELETE FROM messaging.failed WHERE message_id = @messageId AND consumer = @consumer";

    /// <summary>Advances a stream past a message that will not be applied; only when it is the next one.</summary>
    public const string SkipVersion = """
        INSERT INTO messaging.stream_in AS s (source, stream_id, audience, consumer, last_version)
        VALUES (@Source, @StreamId, @Audience, @consumer, @Version)
        ON CONFLICT (source, stream_id, audience, consumer) DO UPDATE SET last_version = @Version
        WHERE s.last_version = @Version - 1
        """;

    public const string LastVersion = """
        SELECT COALESCE((
            SELECT last_version
            FROM messaging.stream_in
            WHERE source = @Source AND stream_id = @StreamId AND audience = @Audience AND consumer = @consumer
            FOR UPDATE), 0)
        """;
}
