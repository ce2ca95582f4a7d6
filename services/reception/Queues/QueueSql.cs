namespace Cnaim.Reception.Queues;

internal static class QueueSql
{
    private const string Select = """
        SELECT
            centre,
            code,
            letter,
            name_pt,
            name_en,
            themes,
            is_neutral,
            zone,
            days,
            opens_minute,
            closes_minute,
            last_ticket_minutes,
            waiting_limit,
            service_minutes,
            assumed,
            valid_from,
            valid_until,
            closed_at,
            closed_until,
            notice_pt,
            notice_en,
            version
        FROM reception_queue
        WHERE centre = @centre
        """;

    public const string List = Select + "\n" + "ORDER BY letter, code";

    public const string Share = Select + "\n" + """
          AND code = @code
        FOR SHARE
        """;

    public const string Lock = Select + "\n" + """
          AND code = @code
        FOR UPDATE
        """;

    public const string Close = """
        UPDATE reception_queue
        SET
            closed_at = @ClosedAt,
            closed_until = @ClosedUntil,
            notice_pt = @NoticePt,
            notice_en = @NoticeEn,
            version = @Version
        WHERE centre = @Centre
          AND code = @Code
        """;
}
