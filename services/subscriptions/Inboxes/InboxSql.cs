using Cnaim.Subscriptions.Events;

namespace Cnaim.Subscriptions.Inboxes;

internal static class InboxSql
{
    public const string Find = """
        SELECT
            read_until,
            wants_mail
        FROM inbox
        WHERE client_id = @clientId
        """;

    public const string Read = """
        INSERT INTO inbox (client_id, read_until)
        VALUES (@clientId, @until)
        ON CONFLICT (client_id) DO UPDATE
        SET read_until = excluded.read_until
        """;

    /// <summary>Whoever begins to want mail is told of what comes from then on.</summary>
    public const string WantMail = """
        INSERT INTO inbox AS i (client_id, wants_mail, mailed_until)
        VALUES (@clientId, @wanted, (SELECT COALESCE(max(position), 0) FROM event_log))
        ON CONFLICT (client_id) DO UPDATE
        SET
            wants_mail = excluded.wants_mail,
            mailed_until = CASE WHEN i.wants_mail THEN i.mailed_until ELSE excluded.mailed_until END
        """;

    /// <summary>How many events after a position an agreement allows, of a part of the log; and whether the log goes on beyond it.</summary>
    public const string Count = $"""
        WITH l AS (
            SELECT
                p.position,
                p.event_type,
                p.source,
                p.municipality,
                p.other_municipality,
                p.sender,
                p.receiver
            FROM event_log AS p
            WHERE p.position > @after
            ORDER BY p.position
            LIMIT @part)
        SELECT
            (SELECT count(1) FROM l JOIN agreement AS a ON a.client_id = @clientId WHERE {EventSql.Allows})::int AS events,
            (SELECT COALESCE(max(position), @after) FROM l) AS until,
            (SELECT count(1) FROM l) = @part AS is_more
        """;
}
