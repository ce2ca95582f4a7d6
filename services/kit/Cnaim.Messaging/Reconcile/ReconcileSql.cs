namespace Cnaim.Messaging.Reconcile;

internal static class ReconcileSql
{
    /// <summary>Once a day and source by the database's clock, and by one replica; a service that has done nothing yet has nothing to compare.</summary>
    public const string IsDue = """
        SELECT pg_try_advisory_xact_lock(7741, 2) AND COALESCE(
            (SELECT max(at) FROM audit_entry WHERE record_kind = 'streams' AND record_id = @source AND action = 'streams.reported'),
            (SELECT at FROM audit_entry ORDER BY entry_id LIMIT 1),
            clock_timestamp()) < clock_timestamp() - interval '24 hours'
        """;

    public const string ReadPage = """
        SELECT stream_id, last_version
        FROM messaging.stream_in
        WHERE source = @source AND audience = @audience AND consumer = @consumer AND (@after::uuid IS NULL OR stream_id > @after)
        ORDER BY stream_id
        LIMIT @limit
        """;

    /// <summary>What the asker lacks of the streams that its page covers, in version order; rows that wait already stay where they are.</summary>
    public const string EnqueueMissing = """
        INSERT INTO messaging.outbox (message_id, stream_id, audience)
        SELECT e.message_id, e.stream_id, e.audience
        FROM messaging.stream_out AS s
        LEFT JOIN unnest(@streams, @versions) AS r (stream_id, version) ON r.stream_id = s.stream_id
        JOIN messaging.sent_event AS e ON e.stream_id = s.stream_id AND e.audience = s.audience AND e.version > COALESCE(r.version, 0)
        WHERE s.audience = @audience
          AND (@after::uuid IS NULL OR s.stream_id > @after)
          AND (@through::uuid IS NULL OR s.stream_id <= @through)
          AND s.last_version > COALESCE(r.version, 0)
        ORDER BY e.stream_id, e.version
        ON CONFLICT (message_id) DO NOTHING
        """;

    /// <summary>Streams in which the asker is further than this service ever was: this database was restored.</summary>
    public const string CountAhead = """
        SELECT count(*)::int
        FROM unnest(@streams, @versions) AS r (stream_id, version)
        LEFT JOIN messaging.stream_out AS s ON s.stream_id = r.stream_id AND s.audience = @audience
        WHERE r.version > COALESCE(s.last_version, 0)
        """;
}
