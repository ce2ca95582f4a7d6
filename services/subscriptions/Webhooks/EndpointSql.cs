namespace Cnaim.Subscriptions.Webhooks;

internal static class EndpointSql
{
    public const string Columns = """
            e.endpoint_id,
            e.client_id,
            e.kind,
            e.url,
            e.description,
            e.event_types,
            e.rate_per_second,
            e.state,
            e.state_reason,
            e.secret,
            e.previous_secret,
            e.previous_until,
            e.attempts,
            e.due_at,
            e.slow_until,
            e.last_sent_at,
            e.last_success_at,
            e.sent_count,
            e.created_at,
            e.version
        """;

    /// <summary>Another partner's is not found, as one that does not exist.</summary>
    public const string Find = $"""
        SELECT
        {Columns}
        FROM endpoint AS e
        WHERE e.endpoint_id = @id
          AND e.client_id = @clientId
        """;

    public const string Lock = $"{Find} FOR UPDATE";

    /// <summary>A queue has neither an address nor a secret to write.</summary>
    public const string LockWebhook = $"{Find} AND e.kind = 'webhook' FOR UPDATE";

    public const string List = $"""
        SELECT
        {Columns}
        FROM endpoint AS e
        WHERE e.client_id = @clientId
          AND e.kind = 'webhook'
          AND (@after::uuid IS NULL OR e.endpoint_id > @after)
        ORDER BY e.endpoint_id
        LIMIT @limit
        """;

    public const string Count = "SELECT count(1) FROM endpoint WHERE client_id = @clientId AND kind = 'webhook'";

    public const string Insert = """
        INSERT INTO endpoint (endpoint_id, client_id, url, description, event_types, rate_per_second, state, secret, due_at, last_sent_at, created_at, is_suspect)
        VALUES (@EndpointId, @ClientId, @Url, @Description, @EventTypes, @RatePerSecond, @State, @Secret, @DueAt, @LastSentAt, @CreatedAt, true)
        """;

    public const string Save = """
        UPDATE endpoint
        SET
            url = @Url,
            description = @Description,
            event_types = @EventTypes,
            rate_per_second = @RatePerSecond,
            state = @State,
            state_reason = @StateReason,
            secret = @Secret,
            previous_secret = @PreviousSecret,
            previous_until = @PreviousUntil,
            attempts = @Attempts,
            due_at = @DueAt,
            slow_until = @SlowUntil,
            last_success_at = @LastSuccessAt,
            version = version + 1
        WHERE endpoint_id = @EndpointId
        """;

    public const string Delete = "DELETE FROM endpoint WHERE endpoint_id = @id";

    /// <summary>What a removed endpoint was owed.</summary>
    public const string Withhold = """
        UPDATE delivery
        SET
            state = 'withheld',
            finished_at = @now
        WHERE endpoint_id = @id
          AND state = 'waiting'
        """;

    /// <summary>Clients that something may still be sent to.</summary>
    public const string Told = "SELECT DISTINCT client_id FROM endpoint WHERE kind = 'webhook' AND state <> 'disabled'";

    public const string End = """
        UPDATE endpoint
        SET
            state = 'disabled',
            state_reason = 'client',
            version = version + 1
        WHERE client_id = ANY (@clients)
          AND kind = 'webhook'
          AND state <> 'disabled'
        RETURNING endpoint_id
        """;

    public const string StaleSecrets = """
        SELECT
            ctid::text AS place,
            endpoint_id::text AS key,
            secret AS stored
        FROM endpoint
        WHERE ctid > @after::tid
          AND substr(secret, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    public const string ReplaceSecret = """
        UPDATE endpoint
        SET secret = @fresh
        WHERE ctid = @place::tid
          AND secret = @stored
        """;

    public const string StalePrevious = """
        SELECT
            ctid::text AS place,
            endpoint_id::text AS key,
            previous_secret AS stored
        FROM endpoint
        WHERE ctid > @after::tid
          AND substr(previous_secret, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    public const string ReplacePrevious = """
        UPDATE endpoint
        SET previous_secret = @fresh
        WHERE ctid = @place::tid
          AND previous_secret = @stored
        """;
}
