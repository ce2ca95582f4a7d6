namespace Cnaim.Messaging.Reconcile;

internal static class FastForwardSql
{
    /// <summary>A fork is no version of the source: two events have its number.</summary>
    public const string Report = """
        SELECT stream_id, audience, max(applied) AS last_version, array_remove(array_agg(kept ORDER BY kept), NULL) AS kept
        FROM (
            SELECT stream_id, audience, last_version AS applied, NULL::bigint AS kept FROM messaging.stream_in WHERE source = @source AND consumer = @consumer
            UNION ALL
            SELECT stream_id, audience, 0, version FROM messaging.parked WHERE source = @source AND consumer = @consumer AND reason <> 'fork'
            UNION ALL
            SELECT stream_id, audience, 0, version FROM messaging.failed WHERE source = @source AND consumer = @consumer) AS had
        WHERE @afterStream::uuid IS NULL OR (stream_id, audience) > (@afterStream, COALESCE(@afterAudience, ''))
        GROUP BY stream_id, audience
        ORDER BY stream_id, audience
        LIMIT 1000
        """;

    /// <summary>Raises the versions given out; nothing is sent by this.</summary>
    public const string Raise = """
        INSERT INTO messaging.stream_out AS s (stream_id, audience, last_version)
        SELECT i, a, v
        FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS r (i, a, v)
        WHERE v > 0
        ORDER BY i, a
        ON CONFLICT (stream_id, audience) DO UPDATE SET last_version = EXCLUDED.last_version
        WHERE s.last_version < EXCLUDED.last_version
        """;

    /// <summary>
    /// Events without effect where the restored database has none and the receiver neither, so that it can still be answered when it asks. Each has its audit
    /// entry in the same transaction, as every event has.
    /// </summary>
    public const string Fill = """
        WITH e AS (
            INSERT INTO messaging.sent_event (message_id, stream_id, audience, version, event_type, schema_major, body)
            SELECT gen_random_uuid(), s.stream_id, s.audience, v.v, $9, 1, convert_to(json_build_object('replaces', t.event_type)::text, 'UTF8')
            FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS r (i, a, v0)
            JOIN messaging.stream_out AS s ON s.stream_id = r.i AND s.audience = r.a
            JOIN unnest($7::text[], $8::text[]) AS t (audience, event_type) ON t.audience = s.audience
            CROSS JOIN LATERAL generate_series(r.v0 + 1, s.last_version) AS v (v)
            WHERE NOT EXISTS (SELECT 1 FROM messaging.sent_event AS x WHERE x.stream_id = s.stream_id AND x.audience = s.audience AND x.version = v.v)
              AND NOT EXISTS (SELECT 1 FROM unnest($4::uuid[], $5::text[], $6::bigint[]) AS k (i, a, v) WHERE k.i = s.stream_id AND k.a = s.audience AND k.v = v.v)
            RETURNING message_id, stream_id)
        INSERT INTO audit_entry (message_id, subject, office, centre, role, action, record_kind, record_id)
        SELECT message_id, $10, $10, '', 'service', 'outbox.fast-forwarded', 'stream', stream_id::text
        FROM e
        """;
}
