namespace Cnaim.Messaging.Parked;

internal static class ParkedSql
{
    /// <summary>
    /// Rows that can be tried: the next version of a stream, or a crash or dead letter that is due. On a gap row that was never tried the time says
    /// when its source may be asked again; the row itself waits for nothing but its version.
    /// </summary>
    public const string Due = """
        SELECT
            p.message_id,
            p.source,
            p.stream_id,
            p.audience,
            p.version,
            p.reason,
            p.event_type,
            p.envelope,
            p.attempts
        FROM messaging.parked AS p
        LEFT JOIN messaging.stream_in AS s
          ON s.source = p.source AND s.stream_id = p.stream_id AND s.audience = p.audience AND s.consumer = p.consumer
        WHERE p.consumer = @consumer
          AND p.attempts < 3
          AND (p.next_attempt_at IS NULL OR p.next_attempt_at <= clock_timestamp() OR (p.reason = 'gap' AND p.attempts = 0))
          AND (p.reason IN ('crash', 'dead_letter') OR (p.reason = 'gap' AND p.version <= COALESCE(s.last_version, 0) + 1))
        ORDER BY p.source, p.stream_id, p.audience, p.version
        LIMIT 100
        """;

    /// <summary>Committed before the try, so that a message that kills the process is not tried for ever.</summary>
    public const string CountAttempt = """
        UPDATE messaging.parked
        SET attempts = attempts + 1,
            next_attempt_at = clock_timestamp() + make_interval(secs => 2 ^ attempts)
        WHERE message_id = @messageId AND consumer = @consumer
        """;

    public const string Delete = "DELETE FROM messaging.parked WHERE message_id = @messageId AND consumer = @consumer";

    /// <summary>A crash or dead letter that came before its turn waits like every gap row, with its inbox row.</summary>
    public const string BecomeGap = """
        UPDATE messaging.parked
        SET reason = 'gap', attempts = 0, next_attempt_at = NULL
        WHERE message_id = @messageId AND consumer = @consumer
        """;

    public const string BecomeFork = """
        UPDATE messaging.parked
        SET reason = 'fork'
        WHERE message_id = @messageId AND consumer = @consumer
        """;

    /// <summary>Gaps older than 10 s whose missing version lies nowhere here: it was lost on the way, so its source is asked, once per minute and stream.</summary>
    public const string Asking = """
        UPDATE messaging.parked AS t
        SET next_attempt_at = clock_timestamp() + interval '60 seconds'
        FROM (
            SELECT DISTINCT ON (p.source, p.stream_id, p.audience)
                p.message_id,
                p.source,
                p.stream_id,
                COALESCE(s.last_version, 0) + 1 AS from_version
            FROM messaging.parked AS p
            LEFT JOIN messaging.stream_in AS s
              ON s.source = p.source AND s.stream_id = p.stream_id AND s.audience = p.audience AND s.consumer = p.consumer
            WHERE p.consumer = @consumer AND p.reason = 'gap'
              AND p.version > COALESCE(s.last_version, 0) + 1
              AND NOT EXISTS (
                SELECT 1 FROM messaging.failed AS f
                WHERE f.source = p.source AND f.stream_id = p.stream_id AND f.audience = p.audience AND f.consumer = p.consumer
                  AND f.version = COALESCE(s.last_version, 0) + 1)
              AND NOT EXISTS (
                SELECT 1 FROM messaging.parked AS o
                WHERE o.source = p.source AND o.stream_id = p.stream_id AND o.audience = p.audience AND o.consumer = p.consumer
                  AND o.version = COALESCE(s.last_version, 0) + 1 AND o.reason <> 'fork')
            ORDER BY p.source, p.stream_id, p.audience, p.version) AS g
        WHERE t.message_id = g.message_id AND t.consumer = @consumer
          AND t.parked_at < clock_timestamp() - make_interval(secs => @age)
          AND (t.next_attempt_at IS NULL OR t.next_attempt_at <= clock_timestamp())
        RETURNING g.source, g.stream_id, g.from_version
        """;

    public const string Any = "SELECT EXISTS (SELECT 1 FROM messaging.parked WHERE consumer = @consumer AND attempts < 3)";
}
