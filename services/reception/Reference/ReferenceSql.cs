namespace Cnaim.Reception.Reference;

internal static class ReferenceSql
{
    /// <summary>What staff changed, such as a closed queue, stays; so does a desk's own list of queues.</summary>
    public const string LoadQueues = """
        INSERT INTO reception_queue (
            centre, code, letter, name_pt, name_en, themes, is_neutral, zone, days, opens_minute, closes_minute,
            last_ticket_minutes, waiting_limit, service_minutes, assumed, valid_from, valid_until)
        SELECT
            centre, code, letter, "namePt", "nameEn", themes, "isNeutral", zone, days, "opensMinute", "closesMinute",
            "lastTicketMinutes", "waitingLimit", "serviceMinutes", assumed, "validFrom", "validUntil"
        FROM jsonb_to_recordset(CAST(@rows AS jsonb)) AS r (
            centre text, code text, letter text, "namePt" text, "nameEn" text, themes text[], "isNeutral" boolean, zone text, days integer[], "opensMinute" integer,
            "closesMinute" integer, "lastTicketMinutes" integer, "waitingLimit" integer, "serviceMinutes" integer, assumed boolean, "validFrom" date, "validUntil" date)
        ON CONFLICT (centre, code) DO UPDATE
        SET
            letter = EXCLUDED.letter,
            name_pt = EXCLUDED.name_pt,
            name_en = EXCLUDED.name_en,
            themes = EXCLUDED.themes,
            is_neutral = EXCLUDED.is_neutral,
            zone = EXCLUDED.zone,
            days = EXCLUDED.days,
            opens_minute = EXCLUDED.opens_minute,
            closes_minute = EXCLUDED.closes_minute,
            last_ticket_minutes = EXCLUDED.last_ticket_minutes,
            waiting_limit = EXCLUDED.waiting_limit,
            service_minutes = EXCLUDED.service_minutes,
            assumed = EXCLUDED.assumed,
            valid_from = EXCLUDED.valid_from,
            valid_until = EXCLUDED.valid_until
        """;

    public const string LoadDesks = """
        INSERT INTO reception_desk (centre, code, queues)
        SELECT centre, code, queues
        FROM jsonb_to_recordset(CAST(@rows AS jsonb)) AS r (centre text, code text, queues text[])
        ON CONFLICT (centre, code) DO NOTHING
        """;

    public const string LoadRooms = """
        INSERT INTO childrens_room (centre, capacity)
        SELECT centre, capacity
        FROM jsonb_to_recordset(CAST(@rows AS jsonb)) AS r (centre text, capacity integer)
        ON CONFLICT (centre) DO UPDATE
        SET capacity = EXCLUDED.capacity
        """;
}
