namespace Cnaim.Identity.Staff;

internal static class AssignmentSql
{
    public const string Current = """
        SELECT
            assignment_id,
            staff_id,
            role,
            office,
            centre
        FROM assignment
        WHERE staff_id = @staffId
            AND ended_at IS NULL
        ORDER BY since, assignment_id
        """;

    /// <summary>Of some subjects, who works at a centre.</summary>
    public const string Names = """
        SELECT
            named.subject,
            s.account AS name
        FROM staff AS s
        CROSS JOIN LATERAL (SELECT 'staff:' || replace(s.staff_id::text, '-', '') AS subject) AS named
        WHERE named.subject = ANY (@subjects)
            AND s.disabled_at IS NULL
            AND EXISTS (SELECT 1 FROM assignment AS a WHERE a.staff_id = s.staff_id AND a.centre = @centre AND a.ended_at IS NULL)
        ORDER BY s.account
        """;

    public const string Add = """
        INSERT INTO assignment (assignment_id, staff_id, role, office, centre)
        VALUES (@assignmentId, @staffId, @role, @office, @centre)
        ON CONFLICT DO NOTHING
        """;

    public const string End = """
        UPDATE assignment SET ended_at = @now
        WHERE assignment_id = @assignmentId
            AND staff_id = @staffId
            AND ended_at IS NULL
        """;
}
