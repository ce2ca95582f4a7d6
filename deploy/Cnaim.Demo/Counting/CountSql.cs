namespace Cnaim.Demo.Counting;

internal static class CountSql
{
    public const string Sent = """
        SELECT
            referral_id AS id,
            status,
            receiver_office AS office,
            requested_at IS NOT NULL AS was_sent
        FROM referral_sent
        WHERE referral_id = ANY(@ids)
        """;

    public const string SentForPersons = """
        SELECT
            referral_id
        FROM referral_sent
        WHERE person_ref = ANY(@persons)
        """;

    public const string Received = """
        SELECT
            referral_id AS id,
            status
        FROM referral_received
        WHERE referral_id = ANY(@ids)
        """;

    public const string CasesOpenedTwice = """
        SELECT
            referral_id
        FROM case_file
        WHERE referral_id = ANY(@ids)
        GROUP BY
            referral_id
        HAVING count(*) > 1
        """;

    public const string AppliedTwice = """
        SELECT
            message_id
        FROM messaging.inbox
        GROUP BY
            message_id,
            consumer
        HAVING count(*) > 1
        """;

    public const string SentStreams = """
        SELECT
            stream_id,
            audience,
            count(*) AS events,
            min(version) AS first_version,
            max(version) AS last_version
        FROM messaging.sent_event
        WHERE stream_id = ANY(@ids)
          AND audience <> 'all'
        GROUP BY
            stream_id,
            audience
        """;

    public const string AppliedStreams = """
        SELECT
            source,
            stream_id,
            last_version
        FROM messaging.stream_in
        WHERE stream_id = ANY(@ids)
          AND audience = @service
          AND consumer = @service
        """;

    public const string TimelineOutOfOrder = """
        SELECT
            referral_id
        FROM (
            SELECT
                referral_id,
                at,
                lag(at) OVER (PARTITION BY referral_id, side ORDER BY entry_id) AS before
            FROM referral_timeline
            WHERE referral_id = ANY(@ids)
        ) AS entries
        WHERE at < before
        GROUP BY
            referral_id
        """;

    public const string Leftovers = """
        SELECT
            (SELECT count(*) FROM messaging.outbox) AS outbox,
            (SELECT count(*) FROM messaging.parked) + (SELECT count(*) FROM messaging.failed) AS parked
        """;
}
