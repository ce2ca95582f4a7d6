namespace Cnaim.Reception.Childrens;

internal static class ChildrensSql
{
    private const string Select = """
        SELECT
            v.visit_id,
            v.centre,
            v.ticket_id,
            v.children,
            v.state,
            v.code_hash,
            v.wrong_codes,
            v.arrived_at,
            v.admitted_at,
            v.left_at,
            v.left_without_code,
            v.alerted_at,
            t.letter,
            t.number
        FROM childrens_visit AS v
        JOIN ticket AS t ON t.ticket_id = v.ticket_id
        """;

    /// <summary>Whoever takes in or admits waits here, so that the room is never overfilled.</summary>
    public const string LockRoom = """
        SELECT capacity
        FROM childrens_room
        WHERE centre = @centre
        FOR UPDATE
        """;

    public const string Present = """
        SELECT COALESCE(sum(children), 0)::integer
        FROM childrens_visit
        WHERE centre = @centre
          AND state = 'present'
        """;

    public const string Here = Select + "\n" + """
        WHERE v.centre = @centre
          AND v.state <> 'left'
        ORDER BY v.arrived_at
        """;

    public const string Capacity = """
        SELECT capacity
        FROM childrens_room
        WHERE centre = @centre
        """;

    public const string Lock = Select + "\n" + """
        WHERE v.centre = @centre
          AND v.visit_id = @visitId
        FOR UPDATE OF v
        """;

    public const string Insert = """
        INSERT INTO childrens_visit (visit_id, centre, ticket_id, children, state, code_hash, arrived_at, admitted_at)
        VALUES (@VisitId, @Centre, @TicketId, @Children, @State, @CodeHash, @ArrivedAt, @AdmittedAt)
        ON CONFLICT (ticket_id) WHERE state <> 'left' DO NOTHING
        """;

    public const string Save = """
        UPDATE childrens_visit
        SET
            state = @State,
            wrong_codes = @WrongCodes,
            admitted_at = @AdmittedAt,
            left_at = @LeftAt,
            left_without_code = @LeftWithoutCode
        WHERE visit_id = @VisitId
        """;
}
