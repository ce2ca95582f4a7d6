namespace Cnaim.Reception.Waits;

internal static class WaitSql
{
    public const string Load = """
        SELECT
            q.code,
            q.service_minutes,
            (SELECT count(CASE WHEN s.n <= 20 THEN 1 END)::integer FROM served AS s WHERE s.queue = q.code) AS measured,
            COALESCE((SELECT avg(s.seconds) FROM served AS s WHERE s.queue = q.code AND s.n <= 20), 0)::double precision AS measured_seconds,
            COALESCE((SELECT sum(1.0 / cardinality(d.queues)) FROM reception_desk AS d
                WHERE d.centre = q.centre AND d.state = 'open' AND q.code = ANY (d.queues)), 0)::double precision AS desks,
            (SELECT count(d.code)::integer FROM reception_desk AS d
                WHERE d.centre = q.centre AND d.state = 'open' AND q.code = ANY (d.queues)
                  AND NOT EXISTS (SELECT 1 FROM ticket AS b WHERE b.centre = d.centre AND b.desk = d.code AND b.state IN ('called', 'serving'))) AS free_desks,
            COALESCE(w.waiting, 0)::integer AS waiting,
            COALESCE(w.waiting_priority, 0)::integer AS waiting_priority,
            EXTRACT(EPOCH FROM CAST(@now AS timestamptz) - w.first_issued)::double precision AS longest_wait_seconds,
            (SELECT avg(EXTRACT(EPOCH FROM t.first_called_at - t.issued_at))::double precision FROM ticket AS t
                WHERE t.centre = q.centre AND t.queue = q.code AND t.called_at > CAST(@now AS timestamptz) - interval '1 hour' AND t.first_called_at IS NOT NULL) AS measured_wait_seconds
        FROM reception_queue AS q
        LEFT JOIN (
            SELECT
                queue,
                count(ticket_id) AS waiting,
                count(priority) AS waiting_priority,
                min(issued_at) AS first_issued
            FROM ticket
            WHERE centre = @centre AND state IN ('waiting', 'transferred')
            GROUP BY queue) AS w ON w.queue = q.code
        WHERE q.centre = @centre
          AND (CAST(@queue AS text) IS NULL OR q.code = @queue)
        ORDER BY q.letter, q.code
        """;

    /// <summary>The latest attendances of the last two weeks, newest first; what took longer than three hours was forgotten, not served.</summary>
    public const string Served = """
        WITH served AS (
            SELECT
                t.queue,
                EXTRACT(EPOCH FROM t.ended_at - t.started_at) AS seconds,
                row_number() OVER (PARTITION BY t.queue ORDER BY t.ended_at DESC) AS n
            FROM ticket AS t
            WHERE t.centre = @centre
              AND t.state = 'done'
              AND t.end_reason = 'served'
              AND t.called_at > CAST(@now AS timestamptz) - interval '14 days'
              AND t.ended_at - t.started_at BETWEEN interval '10 seconds' AND interval '3 hours')
        """;

    public const string LoadAll = Served + "\n" + Load;

    public const string Accuracy = """
        SELECT
            queue,
            count(ticket_id)::integer AS calls,
            count(CASE WHEN wait_error_seconds = 0 THEN 1 END)::integer AS within,
            round(avg(wait_error_seconds))::integer AS bias_seconds,
            round(avg(abs(wait_error_seconds)))::integer AS mean_error_seconds,
            round(percentile_cont(0.9) WITHIN GROUP (ORDER BY abs(wait_error_seconds)))::integer AS p90_error_seconds
        FROM ticket
        WHERE centre = @centre
          AND wait_error_seconds IS NOT NULL
          AND first_called_at >= @since
          AND called_at >= @since
        GROUP BY queue
        ORDER BY queue
        """;
}
