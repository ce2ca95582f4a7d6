namespace Cnaim.Subscriptions.Events;

internal static class EventSql
{
    public const string CreatePartitions = "SELECT create_event_partitions($1)";

    public const string DropPartitions = "SELECT drop_event_partitions($1)";

    /// <summary>What still waits for an event of a day that is over; the timetable was that of such a head.</summary>
    public const string WithholdOld = """
        WITH old AS (
            UPDATE delivery
            SET
                state = 'withheld',
                finished_at = @now
            WHERE event_day < @before
              AND state = 'waiting'
            RETURNING endpoint_id),
        lane AS (
            SELECT
                endpoint_id,
                count(1) AS waited
            FROM old
            GROUP BY endpoint_id)
        UPDATE endpoint AS e
        SET
            attempts = 0,
            due_at = CASE WHEN e.state = 'pending' THEN e.due_at END
        FROM lane
        WHERE e.endpoint_id = lane.endpoint_id
        RETURNING
            e.client_id,
            e.endpoint_id,
            lane.waited
        """;

    public const string Notice = """
        INSERT INTO partner_notice (notice_id, client_id, endpoint_id, kind, detail, created_at)
        VALUES (@noticeId, @clientId, @endpointId, 'deliveries-dropped', @detail, @now)
        """;

    /// <summary>Held to the commit: positions and deliveries become visible in the order of their numbers, so that no reader steps over one (ADR 0101).</summary>
    public const string TakeTurn = "SELECT pg_advisory_xact_lock(7743, 1)";

    /// <summary>What an agreement <c>a</c> allows of an event <c>l</c>, on a day. The municipality is that of the centre where it happened; for a party that of its own centre, also in what the other party tells.</summary>
    public const string Allows = """
        (a.valid_from <= @today
          AND (a.valid_until IS NULL OR a.valid_until >= @today)
          AND l.event_type = ANY (a.event_types)
          AND CASE
            WHEN a.data_level <> 'party' THEN '*' = ANY (a.municipalities) OR l.municipality = ANY (a.municipalities)
            WHEN a.office = l.sender OR a.office = l.receiver THEN '*' = ANY (a.municipalities)
              OR (l.municipality = ANY (a.municipalities) AND (l.source = 'urn:cnaim:' || a.office OR l.other_municipality = ''))
              OR (l.other_municipality = ANY (a.municipalities) AND (l.source <> 'urn:cnaim:' || a.office OR l.sender = l.receiver))
            ELSE false
          END)
        """;

    /// <summary>The event, and a delivery for each endpoint whose agreement allows it.</summary>
    public const string Record = $"""
        WITH l AS (
            INSERT INTO event_log (event_day, position, event_id, event_type, source, subject, sequence, data_schema, municipality, other_municipality, sender, receiver, occurred_at, received_at, data)
            VALUES (@day, nextval('event_position'), @eventId, @eventType, @source, @subject, @sequence, @dataSchema, @municipality, @otherMunicipality, @sender, @receiver, @occurredAt, @now, @data::jsonb)
            RETURNING event_day, position, event_id, event_type, source, municipality, other_municipality, sender, receiver)
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
          AND (e.state IN ('active', 'paused', 'error') OR (e.state = 'pending' AND e.last_success_at IS NOT NULL))
          AND (e.kind = 'webhook' OR a.queue)
          AND (e.event_types IS NULL OR l.event_type = ANY (e.event_types))
        """;
}
