using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Webhooks;

namespace Cnaim.Subscriptions.Lanes;

internal static class LaneSql
{
    public const string Newest = "SELECT COALESCE(max(delivery_no), 0) FROM delivery";

    /// <summary>Endpoints that something became due for; numbers become visible in their order (ADR 0101).</summary>
    public const string Wake = """
        SELECT
            endpoint_id,
            max(delivery_no) AS newest
        FROM (
            SELECT
                endpoint_id,
                delivery_no
            FROM delivery
            WHERE delivery_no > @seen
            ORDER BY delivery_no
            LIMIT 5000) AS d
        GROUP BY endpoint_id
        """;

    /// <summary>Takes lanes in which something is to be done. Leases are counted by the database's clock alone.</summary>
    public const string Claim = """
        WITH due AS (
            SELECT e.endpoint_id
            FROM endpoint AS e
            WHERE e.is_suspect = @suspect
              AND (@only::uuid[] IS NULL OR e.endpoint_id = ANY (@only))
              AND (e.leased_until IS NULL OR e.leased_until < clock_timestamp())
              AND ((e.state = 'pending' AND e.due_at <= @now)
                OR (e.state = 'active'
                  AND (e.due_at IS NULL OR e.due_at <= @now)
                  AND (EXISTS (SELECT 1 FROM delivery AS d WHERE d.endpoint_id = e.endpoint_id AND d.state = 'waiting') OR (e.kind = 'webhook' AND e.last_sent_at <= @silentSince))))
            ORDER BY e.last_sent_at
            LIMIT @free
            FOR UPDATE SKIP LOCKED)
        UPDATE endpoint AS e
        SET
            leased_by = @holder,
            leased_until = clock_timestamp() + make_interval(secs => @leaseSeconds)
        FROM due
        WHERE e.endpoint_id = due.endpoint_id
        RETURNING e.endpoint_id
        """;

    /// <summary>The lane with its head, while it is ours for long enough to try it once.</summary>
    public const string Head = $"""
        SELECT
        {EndpointSql.Columns},
            a.agreement_id,
            a.client_id,
            a.data_level,
            a.office,
            a.subject_key,
            l.position,
            l.event_id,
            l.event_type,
            l.source,
            l.subject,
            l.sequence,
            l.data_schema,
            l.municipality,
            l.occurred_at,
            l.data::text AS data,
            d.delivery_no,
            d.delivery_day,
            d.event_id AS webhook_id,
            COALESCE({EventSql.Allows} AND (e.event_types IS NULL OR l.event_type = ANY (e.event_types)) AND (e.kind = 'webhook' OR a.queue), false) AS is_allowed
        FROM endpoint AS e
        JOIN agreement AS a ON a.client_id = e.client_id
        LEFT JOIN LATERAL (
            SELECT
                w.delivery_no,
                w.delivery_day,
                w.event_day,
                w.position,
                w.event_id
            FROM delivery AS w
            WHERE w.endpoint_id = e.endpoint_id
              AND w.state = 'waiting'
            ORDER BY w.delivery_no
            LIMIT 1) AS d ON true
        LEFT JOIN event_log AS l ON l.event_day = d.event_day AND l.position = d.position
        WHERE e.endpoint_id = @id
          AND e.leased_by = @holder
          AND e.leased_until > clock_timestamp() + interval '18 seconds'
        """;

    /// <summary>What was sent, whatever became of the endpoint meanwhile. Nothing when another process has the lane by now: it tries the same again, with the same webhook-id.</summary>
    public const string Sent = """
        UPDATE endpoint
        SET
            is_suspect = @isSuspect,
            last_sent_at = @now,
            sent_count = sent_count + @sent,
            leased_until = clock_timestamp() + make_interval(secs => @leaseSeconds)
        WHERE endpoint_id = @id
          AND leased_by = @holder
        """;

    /// <summary>What the answer means for an endpoint that is still as it was asked: another address or state has a timetable of its own, and no echo.</summary>
    public const string Judge = """
        UPDATE endpoint
        SET
            attempts = @attempts,
            due_at = @dueAt,
            slow_until = @slowUntil,
            last_success_at = CASE WHEN @isSuccess THEN @now ELSE last_success_at END,
            state_reason = CASE WHEN @to <> @from THEN @reason ELSE state_reason END,
            state = @to,
            version = CASE WHEN @to <> @from THEN version + 1 ELSE version END
        WHERE endpoint_id = @id
          AND leased_by = @holder
          AND url = @url
          AND state = @from
        """;

    /// <summary>Whether it is still as it was asked, and stays so to the end of the transaction.</summary>
    public const string Hold = """
        SELECT true
        FROM endpoint
        WHERE endpoint_id = @id
          AND leased_by = @holder
          AND url = @url
          AND state = @from
        FOR UPDATE
        """;

    /// <summary>The timetable was that of a head that leaves no more.</summary>
    public const string Anew = """
        UPDATE endpoint
        SET
            attempts = 0,
            due_at = NULL
        WHERE endpoint_id = @id
          AND leased_by = @holder
          AND attempts > 0
        """;

    public const string Finish = """
        UPDATE delivery
        SET
            state = @state,
            attempts = attempts + @tried,
            finished_at = CASE WHEN @state = 'waiting' THEN NULL ELSE @now END
        WHERE delivery_day = @deliveryDay
          AND delivery_no = @deliveryNo
          AND EXISTS (SELECT 1 FROM endpoint AS e WHERE e.endpoint_id = @id AND e.leased_by = @holder)
        """;

    public const string Release = """
        UPDATE endpoint
        SET
            leased_by = NULL,
            leased_until = NULL
        WHERE endpoint_id = @id
          AND leased_by = @holder
        """;

    public const string Notice = """
        INSERT INTO partner_notice (notice_id, client_id, endpoint_id, kind, detail, created_at)
        VALUES (@noticeId, @clientId, @endpointId, @kind, @detail, @now)
        """;

    public const string Attempt = """
        INSERT INTO attempt (
            attempt_day, attempt_id, endpoint_id, client_id, kind, webhook_id, attempt_no, started_at, duration_ms, outcome, request_url, request_headers, request_body, status, response_headers, response_body)
        VALUES (
            @day, @attemptId, @endpointId, @clientId, @kind, @webhookId, @attemptNo, @startedAt, @durationMs, @outcome, @requestUrl, @requestHeaders, @requestBody, @status, @responseHeaders, @responseBody)
        """;
}
