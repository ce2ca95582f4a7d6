namespace Cnaim.Subscriptions.Retention;

internal static class RetentionSql
{
    /// <summary>Over by their own last day; what endpoints they still have goes with them, but for a queue that the broker has not yet been rid of.</summary>
    private const string Over = """
        FROM agreement AS a
        WHERE a.valid_until < (@endedBefore AT TIME ZONE 'UTC')::date
          AND NOT EXISTS (SELECT 1 FROM endpoint AS e WHERE e.client_id = a.client_id AND e.kind = 'queue' AND e.revoked_at IS NULL)
        """;

    public const string CountAgreements = $"""
        SELECT count(1)
        {Over}
        """;

    public const string EraseAgreements = $"""
        WITH over AS (
            SELECT a.client_id
            {Over}
            ORDER BY a.valid_until
            LIMIT @limit
            FOR UPDATE SKIP LOCKED),
        gone AS (
            DELETE FROM endpoint
            WHERE client_id IN (SELECT client_id FROM over))
        DELETE FROM agreement
        WHERE client_id IN (SELECT client_id FROM over)
        RETURNING client_id
        """;

    public const string CountChanges = "SELECT count(1) FROM agreement_change WHERE requested_at < @endedBefore";

    public const string EraseChanges = """
        DELETE FROM agreement_change
        WHERE change_id IN (
            SELECT change_id
            FROM agreement_change
            WHERE requested_at < @endedBefore
            ORDER BY requested_at
            LIMIT @limit
            FOR UPDATE SKIP LOCKED)
        RETURNING change_id::text
        """;

    public const string CountNotices = "SELECT count(1) FROM partner_notice WHERE created_at < @endedBefore";

    public const string EraseNotices = """
        DELETE FROM partner_notice
        WHERE notice_id IN (
            SELECT notice_id
            FROM partner_notice
            WHERE created_at < @endedBefore
            ORDER BY created_at
            LIMIT @limit
            FOR UPDATE SKIP LOCKED)
        RETURNING notice_id::text
        """;

    public const string CountMails = "SELECT count(1) FROM mail WHERE created_at < @endedBefore";

    public const string EraseMails = """
        DELETE FROM mail
        WHERE mail_id IN (
            SELECT mail_id
            FROM mail
            WHERE created_at < @endedBefore
            ORDER BY created_at
            LIMIT @limit
            FOR UPDATE SKIP LOCKED)
        RETURNING mail_id::text
        """;
}
