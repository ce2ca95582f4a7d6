using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions.Queues;

internal static class QueueSql
{
    public const string Lock = $"""
        SELECT
        {EndpointSql.Columns}
        FROM endpoint AS e
        WHERE e.client_id = @clientId
          AND e.kind = 'queue'
        FOR UPDATE
        """;

    /// <summary>A new one, or the one that was closed; opened as it is, it stays.</summary>
    public const string Open = $"""
        INSERT INTO endpoint AS e (endpoint_id, client_id, kind, url, event_types, rate_per_second, state, last_sent_at, created_at)
        VALUES (@endpointId, @clientId, 'queue', @url, @eventTypes, 100, 'pending', @now, @now)
        ON CONFLICT (client_id) WHERE kind = 'queue' DO UPDATE
        SET
            event_types = excluded.event_types,
            state = CASE WHEN e.state = 'disabled' THEN 'pending' ELSE e.state END,
            state_reason = NULL,
            version = e.version + 1
        RETURNING
        {EndpointSql.Columns}
        """;

    public const string Disable = """
        UPDATE endpoint
        SET
            state = 'disabled',
            state_reason = @reason,
            revoked_at = NULL,
            version = version + 1
        WHERE endpoint_id = @id
          AND state <> 'disabled'
        """;

    /// <summary>After the agreement was narrowed: what lies unread may be what is no longer allowed.</summary>
    public const string AskReset = """
        UPDATE endpoint
        SET reset_asked = true
        WHERE client_id = @clientId
          AND kind = 'queue'
          AND state <> 'disabled'
        """;

    /// <summary>One process at a time compares.</summary>
    public const string TakeTurn = "SELECT pg_try_advisory_lock(7743, 2)";

    /// <summary>The connection goes back to its pool and would keep the turn.</summary>
    public const string EndTurn = "SELECT pg_advisory_unlock(7743, 2)";

    /// <summary>Every queue that is there or should be, or was taken away lately: a connection may have been on its way. With whether the agreement gives it today.</summary>
    public const string Kept = """
        SELECT
            e.endpoint_id,
            e.client_id,
            e.state,
            e.reset_asked,
            e.revoked_at IS NOT NULL AS is_revoked,
            a.queue AND a.valid_from <= @today AND (a.valid_until IS NULL OR a.valid_until >= @today) AS is_agreed
        FROM endpoint AS e
        JOIN agreement AS a ON a.client_id = e.client_id
        WHERE e.kind = 'queue'
          AND (e.state <> 'disabled' OR e.revoked_at IS NULL OR e.revoked_at > @recent)
        ORDER BY e.endpoint_id
        """;

    public const string MadeReady = """
        UPDATE endpoint
        SET
            state = 'active',
            attempts = 0,
            due_at = NULL,
            revoked_at = NULL,
            version = version + 1
        WHERE endpoint_id = @id
          AND state = 'pending'
        """;

    public const string WasReset = """
        UPDATE endpoint
        SET reset_asked = false
        WHERE endpoint_id = @id
        """;

    public const string Revoked = """
        UPDATE endpoint
        SET revoked_at = @now
        WHERE endpoint_id = @id
          AND state = 'disabled'
          AND revoked_at IS NULL
        """;

    /// <summary>By client, with what is still to be put in as far as it is counted.</summary>
    public const string List = """
        SELECT
            e.client_id,
            a.name AS partner,
            e.state,
            e.state_reason,
            e.sent_count AS sent,
            (SELECT count(1) FROM (SELECT 1 FROM delivery AS d WHERE d.endpoint_id = e.endpoint_id AND d.state = 'waiting' LIMIT @most) AS w)::int AS waiting
        FROM endpoint AS e
        JOIN agreement AS a ON a.client_id = e.client_id
        WHERE e.kind = 'queue'
          AND (@after::text IS NULL OR e.client_id > @after)
        ORDER BY e.client_id
        LIMIT @limit
        """;
}
