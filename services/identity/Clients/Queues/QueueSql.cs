namespace Cnaim.Identity.Clients.Queues;

internal static class QueueSql
{
    public const string Lock = """
        SELECT COALESCE(broker_queue, '')
        FROM client
        WHERE client_id = @clientId
            AND kind = 'partner'
            AND (disabled_at IS NULL OR NOT @onlyEnabled)
        FOR UPDATE
        """;

    /// <summary>Those that nobody can be told anything for any more, and those that never were.</summary>
    public const string Ended = """
        SELECT asked.client_id
        FROM unnest(@clientIds) AS asked (client_id)
        LEFT JOIN client AS c ON c.client_id = asked.client_id AND c.kind = 'partner' AND c.disabled_at IS NULL
        WHERE c.client_id IS NULL
        """;

    public const string Save = "UPDATE client SET broker_queue = @queue WHERE client_id = @clientId";
}
