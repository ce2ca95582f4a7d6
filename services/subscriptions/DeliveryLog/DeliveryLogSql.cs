using Cnaim.Subscriptions.Events;

namespace Cnaim.Subscriptions.DeliveryLog;

internal static class DeliveryLogSql
{
    private const string AttemptColumns = """
            attempt_id AS id,
            kind,
            webhook_id,
            attempt_no AS number,
            started_at,
            duration_ms AS duration_milliseconds,
            outcome,
            request_url,
            request_headers,
            request_body,
            status,
            response_headers,
            response_body AS response_bytes
        """;

    public const string Attempt = $"""
        SELECT
        {AttemptColumns}
        FROM attempt
        WHERE endpoint_id = @endpointId
          AND attempt_id = @attemptId
        """;

    /// <summary>Newest first.</summary>
    public const string Attempts = $"""
        SELECT
        {AttemptColumns}
        FROM attempt
        WHERE endpoint_id = @endpointId
          AND (@before::uuid IS NULL OR attempt_id < @before)
          AND (@webhookId::text IS NULL OR webhook_id = @webhookId)
          AND (@kind::text IS NULL OR kind = @kind)
          AND (@outcome::text IS NULL OR outcome = @outcome)
        ORDER BY attempt_id DESC
        LIMIT @limit
        """;

    /// <summary>Newest first.</summary>
    public const string Deliveries = """
        SELECT
            d.delivery_no AS number,
            d.event_id,
            l.event_type AS type,
            d.state,
            d.attempts,
            d.replayed,
            d.created_at,
            d.finished_at
        FROM delivery AS d
        LEFT JOIN event_log AS l ON l.event_day = d.event_day AND l.position = d.position
        WHERE d.endpoint_id = @endpointId
          AND (@before::bigint IS NULL OR d.delivery_no < @before)
          AND (@state::text IS NULL OR d.state = @state)
        ORDER BY d.delivery_no DESC
        LIMIT @limit
        """;

    /// <summary>Where a replay begins: times were read before positions were given, so that the first by time may have a later neighbour.</summary>
    public const string ReplayFrom = """
        SELECT min(position) - 1
        FROM (
            SELECT position
            FROM event_log
            WHERE received_at >= @since
            ORDER BY received_at
            LIMIT 1000) AS l
        """;

    /// <summary>What an endpoint may have of a part of the log, and how far that part goes.</summary>
    public const string ReplayPart = $"""
        WITH l AS (
            SELECT
                p.position,
                p.event_id,
                p.event_type,
                p.source,
                p.municipality,
                p.other_municipality,
                p.sender,
                p.receiver
            FROM event_log AS p
            WHERE p.position > @after
            ORDER BY p.position
            LIMIT @part)
        SELECT
            max(l.position) AS part_end,
            count(1) AS part_rows,
            COALESCE(array_agg(l.event_id ORDER BY l.position) FILTER (WHERE {EventSql.Allows} AND (e.event_types IS NULL OR l.event_type = ANY (e.event_types))), ARRAY[]::uuid[]) AS event_ids
        FROM l
        CROSS JOIN endpoint AS e
        JOIN agreement AS a ON a.client_id = e.client_id
        WHERE e.endpoint_id = @endpointId
        """;

    /// <summary>Owed again, but for what waits already.</summary>
    public const string Replay = $"""
        INSERT INTO delivery (delivery_day, endpoint_id, event_day, position, event_id, replayed, created_at)
        SELECT
            @today,
            e.endpoint_id,
            l.event_day,
            l.position,
            l.event_id,
            true,
            @now
        FROM endpoint AS e
        JOIN agreement AS a ON a.client_id = e.client_id
        CROSS JOIN event_log AS l
        WHERE e.endpoint_id = @endpointId
          AND {EventSql.Allows}
          AND (e.event_types IS NULL OR l.event_type = ANY (e.event_types))
          AND NOT EXISTS (SELECT 1 FROM delivery AS d WHERE d.endpoint_id = e.endpoint_id AND d.state = 'waiting' AND d.event_id = l.event_id)
          AND l.event_id = ANY (@eventIds)
        ORDER BY l.position
        """;
}
