using Cnaim.Subscriptions.Events;

namespace Cnaim.Subscriptions.Feed;

internal static class FeedSql
{
    /// <summary>The events of a part of the log that the agreement allows, and how far that part goes: it costs the same whatever the agreement, and however long the log.</summary>
    public const string Read = $"""
        WITH l AS (
            SELECT
                p.position,
                p.event_id,
                p.event_type,
                p.source,
                p.subject,
                p.sequence,
                p.data_schema,
                p.municipality,
                p.other_municipality,
                p.sender,
                p.receiver,
                p.occurred_at,
                p.data
            FROM event_log AS p
            WHERE p.position > @after
            ORDER BY p.position
            LIMIT @part)
        SELECT
            w.part_end,
            w.part_rows,
            x.position,
            x.event_id,
            x.event_type,
            x.source,
            x.subject,
            x.sequence,
            x.data_schema,
            x.municipality,
            x.occurred_at,
            x.data
        FROM (
            SELECT
                max(l.position) AS part_end,
                count(1) AS part_rows
            FROM l) AS w
        LEFT JOIN LATERAL (
            SELECT
                l.position,
                l.event_id,
                l.event_type,
                l.source,
                l.subject,
                l.sequence,
                l.data_schema,
                l.municipality,
                l.occurred_at,
                l.data::text AS data
            FROM l
            JOIN agreement AS a ON a.client_id = @clientId
            WHERE {EventSql.Allows}
            ORDER BY l.position
            LIMIT @limit) AS x ON true
        ORDER BY x.position
        """;

    public const string Newest = "SELECT COALESCE(max(position), 0) FROM event_log";

    public const string Floor = "SELECT position FROM event_floor";
}
