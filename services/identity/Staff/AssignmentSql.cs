namespace Cnaim.Identity.Staff;

internal static class AssignmentSql
{
    public const string Current = """
        SELECT
            assignment_id,
            staff_id,
            role,
            office,
            centre,
            client_id
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

    /// <summary>No row where a partner's client does not exist, or not any more.</summary>
    public const string Add = """
        INSERT INTO assignment (assignment_id, staff_id, role, office, centre, client_id)
        SELECT @assignmentId, @staffId, @role, @office, @centre, @clientId
        WHERE @clientId IS NULL
            OR EXISTS (SELECT 1 FROM client AS c WHERE c.client_id = @clientId AND c.kind = 'partner' AND c.disabled_at IS NULL)
        ON CONFLICT DO NOTHING
        """;

    public const string End = """
        UPDATE assignment SET ended_at = @now
        WHERE assignment_id = @assignmentId
            AND staff_id = @staffId
            AND ended_at IS NULL
        """;
}
