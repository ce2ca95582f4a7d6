namespace Cnaim.Benchmarks.Referrals;

/// <summary>What the two databases say; both lie in one cluster, so one clock serves both. Commit times need <c>track_commit_timestamp</c>.</summary>
internal static class DeliverySql
{
    public const string Sent = """
        SELECT
            referral_id
        FROM referral_sent
        WHERE receiver_office = @receiver
          AND status <> 'draft'
        """;

    public const string Drafts = """
        SELECT
            referral_id
        FROM referral_sent
        WHERE status = 'draft'
        """;

    /// <summary>The timeline has no unique key, so that a second application would show as a second row.</summary>
    public const string Received = """
        SELECT
            r.referral_id,
            count(t.referral_id)
        FROM referral_received AS r
        LEFT JOIN referral_timeline AS t ON t.referral_id = r.referral_id AND t.side = 'receiver'
        GROUP BY r.referral_id
        """;

    public const string SentCommits = """
        SELECT
            message_id,
            stream_id,
            pg_xact_commit_timestamp(xmin)
        FROM messaging.sent_event
        WHERE audience = @receiver
          AND created_at >= @since
        """;

    public const string ReceivedCommits = """
        SELECT
            message_id,
            pg_xact_commit_timestamp(xmin)
        FROM messaging.inbox
        WHERE received_at >= @since
        """;

    public const string Waiting = """
        SELECT
            count(*)
        FROM messaging.outbox
        """;
}
