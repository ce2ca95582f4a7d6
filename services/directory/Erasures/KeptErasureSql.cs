namespace Cnaim.Directory.Erasures;

internal static class KeptErasureSql
{
    public const string Keep = """
        INSERT INTO kept_erasure (service, digest, order_id, erased_at)
        SELECT @service, digest, @orderId, @erasedAt
        FROM unnest(@digests) AS d (digest)
        ON CONFLICT DO NOTHING
        """;

    public const string List = """
        SELECT
            order_id,
            min(erased_at) AS erased_at,
            array_agg(digest ORDER BY digest) AS digests
        FROM kept_erasure
        WHERE service = @service
          AND erased_at >= @since
        GROUP BY order_id
        ORDER BY 2, order_id
        LIMIT 10000
        """;
}
