namespace Cnaim.Messaging.Idempotency;

internal static class IdempotencySql
{
    public const string Insert = """
        INSERT INTO messaging.idempotency (client, key, request_hash, status, location, etag, content_type, body)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    public const string Find = """
        SELECT
            request_hash,
            status,
            location,
            etag,
            content_type,
            body,
            created_at < clock_timestamp() - interval '24 hours' AS is_expired
        FROM messaging.idempotency
        WHERE client = @Client AND key = @Key
        """;

    public const string DeleteOne = """
        DELETE FROM messaging.idempotency
        WHERE client = @Client AND key = @Key AND created_at < clock_timestamp() - interval '24 hours'
        """;

    public const string DeleteExpired = """
        DELETE FROM messaging.idempotency
        WHERE created_at < clock_timestamp() - interval '24 hours'
        """;

    /// <summary>The primary key's name: a unique violation of it means that the same key committed first.</summary>
    public const string KeyConstraint = "idempotency_pkey";
}
