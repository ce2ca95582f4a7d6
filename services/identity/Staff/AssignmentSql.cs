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
