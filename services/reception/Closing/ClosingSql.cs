namespace Cnaim.Reception.Closing;

internal static class ClosingSql
{
    /// <summary>Tickets whose day is over. Who is being served is left to the desk for six hours more.</summary>
    public const string Due = """
        SELECT
            ticket_id,
            centre
        FROM ticket
        WHERE expires_at <= @now
          AND (state IN ('waiting', 'transferred', 'called', 'parked')
            OR (state = 'serving' AND expires_at <= CAST(@now AS timestamptz) - interval '6 hours'))
        ORDER BY ticket_id
        LIMIT 100
        FOR UPDATE SKIP LOCKED
        """;

    /// <summary>Children who are in the room when every queue of the centre has closed for the day.</summary>
    public const string AlertChildren = """
        UPDATE childrens_visit AS v
        SET alerted_at = @now
        FROM ticket AS t
        WHERE t.ticket_id = v.ticket_id
          AND v.state = 'present'
          AND v.alerted_at IS NULL
          AND t.expires_at - interval '1 hour' <= @now
        RETURNING v.centre
        """;

    public const string Left = """
        SELECT
            v.visit_id AS id,
            v.ticket_id,
            t.letter,
            t.number,
            t.queue,
            t.language,
            v.reason,
            v.arrived_at,
            v.left_at
        FROM visit AS v
        JOIN ticket AS t ON t.ticket_id = v.ticket_id
        WHERE v.centre = @centre
          AND v.state = 'left-unserved'
          AND t.day = @day
        ORDER BY v.arrived_at, t.letter, t.number
        """;
}
