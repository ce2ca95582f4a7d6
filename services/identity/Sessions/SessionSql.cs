namespace Cnaim.Identity.Sessions;

internal static class SessionSql
{
    public const string Add = """
        INSERT INTO session (session_id, secret_digest, staff_id, assignment_id, rights_version, created_at, seen_at)
        SELECT @sessionId, @digest, s.staff_id, a.assignment_id, s.rights_version, @now, @now
        FROM staff AS s
        JOIN assignment AS a ON a.staff_id = s.staff_id
        WHERE s.staff_id = @staffId
            AND s.disabled_at IS NULL
            AND a.assignment_id = @assignmentId
            AND a.ended_at IS NULL
        """;

    public const string Find = """
        SELECT
            e.session_id,
            e.staff_id,
            a.role,
            a.office,
            a.centre,
            a.client_id,
            e.rights_version,
            s.rights_version AS current_version,
            s.disabled_at IS NOT NULL OR a.ended_at IS NOT NULL OR c.disabled_at IS NOT NULL AS is_disabled,
            e.created_at,
            e.seen_at,
            e.ended_at,
            e.paused_at
        FROM session AS e
        JOIN staff AS s ON s.staff_id = e.staff_id
        JOIN assignment AS a ON a.assignment_id = e.assignment_id
        LEFT JOIN client AS c ON c.client_id = a.client_id
        WHERE e.secret_digest = @digest
        """;

    /// <summary>Written every ten seconds at most.</summary>
    public const string See = """
        UPDATE session SET seen_at = @now
        WHERE session_id = @sessionId
            AND seen_at < @now - interval '10 seconds'
        """;

    /// <summary>No row when it is paused already.</summary>
    public const string Pause = """
        UPDATE session SET paused_at = @now
        WHERE session_id = @sessionId
            AND paused_at IS NULL
            AND ended_at IS NULL
        """;

    public const string Resume = """
        UPDATE session
        SET paused_at = NULL,
            seen_at = @now
        WHERE session_id = @sessionId
            AND paused_at IS NOT NULL
            AND ended_at IS NULL
        """;

    public const string End = """
        UPDATE session SET ended_at = @now
        WHERE session_id = @sessionId
            AND ended_at IS NULL
        """;
}
