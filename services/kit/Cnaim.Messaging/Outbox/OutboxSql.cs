namespace Cnaim.Messaging.Outbox;

internal static class OutboxSql
{
    /// <summary>Stream, audit entry, event and outbox row of one message. The stream's row lock is held to the commit, so version order is commit order.</summary>
    public const string Write = """
        WITH s AS (
            INSERT INTO messaging.stream_out AS s (stream_id, audience, last_version)
            VALUES ($1, $2, 1)
            ON CONFLICT (stream_id, audience) DO UPDATE SET last_version = s.last_version + 1
            RETURNING last_version),
        a AS (
            INSERT INTO audit_entry (message_id, subject, office, centre, role, action, record_kind, record_id, purpose, detail)
            VALUES ($3, $8, $9, $10, $11, $12, $13, $14, $15, $16)),
        e AS (
            INSERT INTO messaging.sent_event (message_id, stream_id, audience, version, event_type, schema_major, body, trace_parent)
            SELECT $3, $1, $2, last_version, $4, $5, $6, $7
            FROM s
            RETURNING message_id)
        INSERT INTO messaging.outbox (message_id, stream_id, audience)
        SELECT message_id, $1, $2
        FROM e
        """;

    public const string WriteAudit = """
        INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id, purpose, detail)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;
}
