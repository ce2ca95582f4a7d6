namespace Cnaim.Subscriptions.Events;

internal static class EventSql
{
    public const string CreatePartitions = "SELECT create_event_partitions($1)";

    public const string DropPartitions = "SELECT drop_event_partitions($1)";

    /// <summary>Held to the commit: positions and deliveries become visible in the order of their numbers, so that no reader steps over one (ADR 0101).</summary>
    public const string TakeTurn = "SELECT pg_advisory_xact_lock(7743, 1)";

    /// <summary>What an agreement <c>a</c> allows of an event <c>l</c>, on a day.</summary>
    public const string Allows = """
        (a.valid_from <= @today
          AND (a.valid_until IS NULL OR a.valid_until >= @today)
          AND l.event_type = ANY (a.event_types)
          AND ('*' = ANY (a.municipalities) OR l.municipality = ANY (a.municipalities))
          AND (a.data_level <> 'party' OR a.office = l.sender OR a.office = l.receiver))
        """;

    /// <summary>The event, and a delivery for each endpoint whose agreement allows it.</summary>
    public const string Record = $"""
        WITH l AS (
            INSERT INTO event_log (event_day, position, event_id, event_type, source, subject, sequence, data_schema, municipality, sender, receiver, occurred_at, received_at, data)
            VALUES (@day, nextval('event_position'), @eventId, @eventType, @source, @subject, @sequence, @dataSchema, @municipality, @sender, @receiver, @occurredAt, @now, @data::jsonb)
            RETURNING event_day, position, event_id, event_type, municipality, sender, receiver)
        INSERT INTO delivery (delivery_day, endpoint_id, event_day, position, event_id, created_at)
        SELECT
            @day,
            e.endpoint_id,
            l.event_day,
            l.position,
            l.event_id,
            @now
        FROM l
        CROSS JOIN agreement AS a
        JOIN endpoint AS e ON e.client_id = a.client_id
        WHERE {Allows}
          AND e.state IN ('active', 'paused', 'error')
          AND (e.kind = 'webhook' OR a.queue)
          AND (e.event_types IS NULL OR l.event_type = ANY (e.event_types))
        """;
}
