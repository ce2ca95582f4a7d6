namespace Cnaim.Subscriptions.Mailing;

internal static class MailSql
{
    /// <summary>One process at a time decides who is written to; another comes back later.</summary>
    public const string TakeTurn = "SELECT pg_try_advisory_xact_lock(7743, 3)";

    /// <summary>Partners with something that no mail has told, and no mail for some minutes.</summary>
    public const string Candidates = """
        SELECT
            a.client_id,
            COALESCE(n.notices, 0)::int AS notices,
            COALESCE(i.wants_mail, false) AS wants_mail,
            GREATEST(i.read_until, i.mailed_until, (SELECT position FROM event_floor)) AS known
        FROM agreement AS a
        LEFT JOIN inbox AS i ON i.client_id = a.client_id
        LEFT JOIN LATERAL (
            SELECT count(1) AS notices
            FROM partner_notice AS p
            WHERE p.client_id = a.client_id
              AND p.mailed_at IS NULL) AS n ON true
        WHERE (n.notices > 0 OR (i.wants_mail AND GREATEST(i.read_until, i.mailed_until) < (SELECT max(position) FROM event_log)))
          AND NOT EXISTS (
            SELECT 1
            FROM mail AS m
            WHERE m.client_id = a.client_id
              AND (m.sent_at IS NULL OR m.created_at > @quietSince))
        ORDER BY a.client_id
        """;

    public const string Add = """
        INSERT INTO mail (mail_id, client_id, events, notices, created_at, due_at)
        VALUES (@mailId, @ClientId, @events, @notices, @now, @now)
        """;

    public const string Counted = """
        UPDATE inbox
        SET mailed_until = @until
        WHERE client_id = @ClientId
        """;

    public const string NoticesTold = """
        UPDATE partner_notice
        SET mailed_at = @now
        WHERE client_id = @ClientId
          AND mailed_at IS NULL
          AND created_at <= @now
        """;

    /// <summary>A lease of a minute: what its holder has not written by then is sent again by another.</summary>
    public const string Lease = """
        UPDATE mail
        SET
            leased_until = clock_timestamp() + interval '1 minute',
            attempts = attempts + 1
        WHERE mail_id = (
            SELECT mail_id
            FROM mail
            WHERE sent_at IS NULL
              AND due_at <= @now
              AND (leased_until IS NULL OR leased_until < clock_timestamp())
            ORDER BY due_at
            LIMIT 1
            FOR UPDATE SKIP LOCKED)
        RETURNING mail_id, client_id, events, notices, created_at, attempts
        """;

    public const string Sent = "UPDATE mail SET sent_at = @now, leased_until = NULL WHERE mail_id = @MailId";

    public const string Later = "UPDATE mail SET due_at = @dueAt, leased_until = NULL WHERE mail_id = @MailId";
}
