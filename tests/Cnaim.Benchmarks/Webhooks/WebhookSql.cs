namespace Cnaim.Benchmarks.Webhooks;

internal static class WebhookSql
{
    /// <summary>At the level party, so that receivers read the referral itself; the key of other levels is not used.</summary>
    public const string Agree = """
        INSERT INTO agreement (client_id, agreement_id, name, event_types, municipalities, data_level, office, valid_from, focal_point_name, focal_point_email, subject_key)
        VALUES ($1, gen_random_uuid(), $1, ARRAY[$2], ARRAY[$3], 'party', 'health', '2020-01-01', 'Bench', 'bench@example.org', '\x00')
        """;

    public const string Endpoint = """
        INSERT INTO endpoint (endpoint_id, client_id, url, rate_per_second, state, secret, last_sent_at, created_at)
        VALUES ($1, $2, $3, 100, 'active', $4, now(), now())
        """;

    /// <summary>Endpoints that were owed nothing.</summary>
    public const string Idle = "SELECT count(*)::int FROM endpoint AS e WHERE e.client_id LIKE 'bench-%' AND NOT EXISTS (SELECT 1 FROM delivery AS d WHERE d.endpoint_id = e.endpoint_id)";

    public const string Days = "SELECT create_event_partitions((clock_timestamp() AT TIME ZONE 'UTC')::date - n) FROM generate_series(0, 29) AS n";

    /// <summary>A month of events; one in 300 is of the municipality that is asked for.</summary>
    public const string Fill = """
        INSERT INTO event_log (event_day, position, event_id, event_type, source, subject, sequence, data_schema, municipality, occurred_at, received_at, data)
        SELECT
            (clock_timestamp() AT TIME ZONE 'UTC')::date - 29 + (n * 30 / ($3::bigint + 1))::int,
            n,
            gen_random_uuid(),
            'pt.cnaim.referral.accepted.v1',
            'urn:cnaim:health',
            gen_random_uuid(),
            1,
            'urn:cnaim:schema:pt.cnaim.referral.accepted.v1',
            CASE WHEN n % 300 = 0 THEN '1106' ELSE '1312' END,
            now(),
            now(),
            '{"status":"accepted"}'
        FROM generate_series($1::bigint, $2::bigint) AS n
        """;

    public const string Continue = "SELECT setval('event_position', $1)";
}
