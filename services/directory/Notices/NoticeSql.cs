namespace Cnaim.Directory.Notices;

internal static class NoticeSql
{
    public const string OneRequest = "notice_request_key_key";

    private const string Select = """
        SELECT
            notice_id,
            pt,
            en,
            shown_from,
            shown_until,
            version
        FROM notice
        """;

    /// <summary>Now, for everybody.</summary>
    public const string Current = Select + "\n" + """
        WHERE shown_from <= @now
          AND shown_until > @now
        ORDER BY
            shown_from DESC,
            notice_id DESC
        LIMIT 3
        """;

    /// <summary>Now and to come; one that was ended before it began has no time left.</summary>
    public const string Open = Select + "\n" + """
        WHERE shown_until > @now
          AND shown_until > shown_from
        ORDER BY
            shown_from,
            notice_id
        LIMIT 200
        """;

    public const string Find = Select + "\nWHERE notice_id = @id";

    public const string Lock = Find + "\nFOR UPDATE";

    public const string OfRequest = Select + "\nWHERE request_key = @requestKey";

    public const string Insert = """
        INSERT INTO notice (
            notice_id,
            pt,
            en,
            shown_from,
            shown_until,
            request_key,
            added_by,
            added_at)
        VALUES (
            @NoticeId,
            @Pt,
            @En,
            @ShownFrom,
            @ShownUntil,
            @requestKey,
            @subject,
            @now)
        """;

    public const string End = """
        UPDATE notice
        SET
            shown_until = GREATEST(@now, shown_from),
            version = version + 1,
            ended_by = @subject,
            ended_at = @now
        WHERE notice_id = @id
        """;
}
