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

    public const string Save = "UPDATE client SET broker_queue = @queue WHERE client_id = @clientId";
}
