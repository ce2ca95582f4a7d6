namespace Cnaim.Messaging.Erasure;

internal static class ErasureSql
{
    public const string Remember = """
        INSERT INTO messaging.erased_reference (digest, order_id, erased_at)
        SELECT messaging.erased_digest(reference), @orderId, clock_timestamp()
        FROM unnest(@references) AS r (reference)
        ON CONFLICT DO NOTHING
        """;

    public const string RememberDigests = """
        INSERT INTO messaging.erased_reference (digest, order_id, erased_at, kept_at)
        SELECT digest, @orderId, clock_timestamp(), clock_timestamp()
        FROM unnest(@digests) AS d (digest)
        ON CONFLICT DO NOTHING
        """;

    public const string NotKept = """
        SELECT
            order_id,
            min(erased_at) AS erased_at,
            (array_agg(encode(digest, 'hex')))[1:100] AS digests
        FROM messaging.erased_reference
        WHERE kept_at IS NULL
        GROUP BY order_id
        LIMIT 100
        """;

    public const string Kept = """
        UPDATE messaging.erased_reference
        SET kept_at = clock_timestamp()
        WHERE order_id = @OrderId
          AND encode(digest, 'hex') = ANY (@Digests)
        """;

    public const string OfferAgain = """
        UPDATE messaging.erased_reference
        SET kept_at = NULL
        WHERE erased_at >= @since
          AND kept_at IS NOT NULL
        """;

    /// <summary>A command that names a person takes no effect any more: same version, so that streams and replays stay whole. Also one that has not left yet.</summary>
    public const string VoidSent = """
        UPDATE messaging.sent_event
        SET body = convert_to(json_build_object('replaces', event_type)::text, 'UTF8'),
            event_type = 'pt.cnaim.stream.void.v1',
            schema_major = 1
        WHERE stream_id = ANY (@streams)
          AND event_type LIKE 'pt.cnaim.command.%'
          AND (@audience::text IS NULL OR audience = @audience)
          AND position('"personRef' IN convert_from(body, 'UTF8')) > 0
        """;

    public const string Parked = """
        SELECT
            message_id,
            envelope
        FROM messaging.parked
        WHERE consumer = @consumer
        """;

    /// <summary>Without its row a message is no gap that is filled: if it comes again, the reference is known as erased and it stays without effect.</summary>
    public const string DeleteParked = """
        DELETE FROM messaging.parked
        WHERE consumer = @consumer
          AND message_id = ANY (@messages)
        """;

    public const string DeleteFailed = """
        DELETE FROM messaging.failed
        WHERE consumer = @consumer
          AND message_id = ANY (@messages)
        """;

    public const string Answers = """
        SELECT
            client,
            key,
            location,
            body
        FROM messaging.idempotency
        """;

    /// <summary>The key stays used: a retry is refused instead of done twice.</summary>
    public const string BlankAnswers = """
        UPDATE messaging.idempotency AS i
        SET request_hash = ''::bytea,
            location = NULL,
            etag = NULL,
            content_type = NULL,
            body = NULL
        FROM unnest(@clients, @keys) AS u (client, key)
        WHERE i.client = u.client
          AND i.key = u.key
        """;

    public const string EraseAudit = "SELECT messaging.erase_audit(@service, @orderId, @references, @kinds, @ids)";
}
