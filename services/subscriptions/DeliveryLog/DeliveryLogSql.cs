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

    private const string Owe = """
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
        """;

    // What waits already is not owed twice.
    private const string Allowed = $"""
        WHERE e.endpoint_id = @endpointId
          AND {EventSql.Allows}
          AND (e.event_types IS NULL OR l.event_type = ANY (e.event_types))
          AND NOT EXISTS (SELECT 1 FROM delivery AS d WHERE d.endpoint_id = e.endpoint_id AND d.state = 'waiting' AND d.event_id = l.event_id)
        """;

    public const string ReplayIds = $"""
        {Owe}
        {Allowed}
          AND l.event_id = ANY (@eventIds)
        ORDER BY l.position
        """;

    public const string ReplaySince = $"""
        {Owe}
        {Allowed}
          AND l.received_at >= @since
        ORDER BY l.position
        LIMIT @limit
        """;
}
