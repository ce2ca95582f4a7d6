namespace Cnaim.Reception.Live;

internal static class LiveSql
{
    public const string Listen = "LISTEN reception";

    public const string FindBoard = """
        SELECT centre
        FROM reception_board
        WHERE key_hash = @hash
          AND ended_at IS NULL
        """;

    public const string AddBoard = """
        INSERT INTO reception_board (board_id, centre, key_hash, created_at)
        VALUES (@boardId, @centre, @hash, @now)
        """;

    public const string EndBoard = """
        UPDATE reception_board
        SET ended_at = @now
        WHERE board_id = @boardId
          AND centre = @centre
          AND ended_at IS NULL
        """;

    /// <summary>The latest calls of today that stand: number and desk, nothing else. Each call and recall is one entry of the log.</summary>
    public const string Calls = """
        SELECT
            a.action_no AS call_no,
            t.letter,
            t.number,
            a.desk,
            a.at
        FROM ticket_action AS a
        JOIN ticket AS t ON t.ticket_id = a.ticket_id
        WHERE a.centre = @centre
          AND a.desk IS NOT NULL
          AND (a.command LIKE 'call%' OR a.command = 'recall')
          AND a.undone_at IS NULL
          AND a.at > CAST(@now AS timestamptz) - interval '12 hours'
        ORDER BY a.action_no DESC
        LIMIT 6
        """;

    public const string ChildrenHere = """
        SELECT COALESCE(sum(children), 0)::integer
        FROM childrens_visit
        WHERE centre = @centre
          AND state = 'present'
          AND alerted_at IS NOT NULL
        """;
}
