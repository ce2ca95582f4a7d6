namespace Cnaim.Subscriptions.Notices;

internal static class NoticeSql
{
    public const string List = """
        SELECT
            notice_id AS id,
            endpoint_id,
            kind,
            detail,
            created_at
        FROM partner_notice
        WHERE client_id = @clientId
          AND (@before::uuid IS NULL OR notice_id < @before)
        ORDER BY notice_id DESC
        LIMIT @limit
        """;
}
