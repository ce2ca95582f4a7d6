namespace Cnaim.Reception.Desks;

internal static class DeskSql
{
    private const string Select = """
        SELECT
            centre,
            code,
            queues,
            state,
            held_by,
            held_office,
            since,
            version
        FROM reception_desk
        WHERE centre = @centre
        """;

    public const string List = Select + "\n" + "ORDER BY length(code), code";

    public const string Find = Select + "\n" + "  AND code = @code";

    public const string FindHeld = Select + "\n" + "  AND held_by = @subject";

    public const string Lock = Find + "\n" + "FOR UPDATE";

    public const string LockOther = Select + "\n" + """
          AND held_by = @subject
          AND code <> @code
        FOR UPDATE
        """;

    public const string Save = """
        UPDATE reception_desk
        SET
            queues = @Queues,
            state = @State,
            held_by = @HeldBy,
            held_office = @HeldOffice,
            since = @Since,
            version = @Version
        WHERE centre = @Centre
          AND code = @Code
        """;

    public const string LastAction = """
        SELECT
            a.action_id,
            a.command,
            a.at
        FROM ticket_action AS a
        WHERE a.centre = @centre
          AND a.desk = @code
          AND a.undone_at IS NULL
        ORDER BY a.action_no DESC
        LIMIT 1
        """;

    public const string Entries = """
        SELECT
            ticket_id,
            version_after,
            before::text AS before
        FROM ticket_action
        WHERE action_id = @actionId
        ORDER BY ticket_id
        """;

    public const string Undone = """
        UPDATE ticket_action
        SET undone_at = @now
        WHERE action_id = @actionId
        """;

    /// <summary>Tickets in hand and lately called, for desks, floor and boards.</summary>
    public const string Current = """
        SELECT
            desk,
            ticket_id,
            letter,
            number,
            state,
            queue,
            called_at,
            started_at
        FROM ticket
        WHERE centre = @centre
          AND state IN ('called', 'serving')
        """;
}
