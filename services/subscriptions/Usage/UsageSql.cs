namespace Cnaim.Subscriptions.Usage;

internal static class UsageSql
{
    /// <summary>Of each endpoint: what waits, as far as it is counted.</summary>
    public const string Endpoints = """
        SELECT
            e.endpoint_id AS id,
            e.url,
            e.state,
            (SELECT count(1) FROM (SELECT 1 FROM delivery AS d WHERE d.endpoint_id = e.endpoint_id AND d.state = 'waiting' LIMIT @most) AS w)::int AS waiting
        FROM endpoint AS e
        WHERE e.client_id = @clientId
          AND e.kind = 'webhook'
        ORDER BY e.endpoint_id
        """;

    /// <summary>By day: what arrived, what did not, and what the agreement let out no more.</summary>
    public const string Days = """
        SELECT
            t.attempt_day AS day,
            count(1) FILTER (WHERE t.outcome = 'delivered')::int AS delivered,
            count(1) FILTER (WHERE t.outcome <> 'delivered')::int AS failed
        FROM endpoint AS e
        JOIN attempt AS t ON t.endpoint_id = e.endpoint_id
        WHERE e.client_id = @clientId
          AND t.attempt_day > @since
          AND t.kind = 'event'
        GROUP BY t.attempt_day
        ORDER BY t.attempt_day DESC
        """;
}
