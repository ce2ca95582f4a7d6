namespace Cnaim.Health.HealthUserNumbers;

internal static class HealthUserNumberSql
{
    public const string Load = """
        SELECT
            c.case_id,
            c.centre,
            c.is_open AS case_is_open,
            n.case_id IS NOT NULL AS is_requested,
            n.issued_at IS NOT NULL AS is_issued
        FROM case_summary AS c
        LEFT JOIN health_user_number AS n ON n.case_id = c.case_id
        WHERE c.case_id = @caseId
          AND (@centre::text IS NULL OR c.centre = @centre)
        """;

    public const string Insert = """
        INSERT INTO health_user_number (
            case_id,
            requested_at)
        VALUES (
            @CaseId,
            @OccurredAt)
        """;

    public const string Confirm = """
        UPDATE health_user_number
        SET issued_at = @OccurredAt
        WHERE case_id = @CaseId
        """;

    public const string Erase = """
        DELETE FROM health_user_number
        WHERE case_id = ANY (@cases)
        """;
}
