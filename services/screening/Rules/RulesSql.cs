namespace Cnaim.Screening.Rules;

internal static class RulesSql
{
    public const string List = """
        SELECT
            version,
            checksum,
            valid_from,
            status,
            loaded_by,
            loaded_at,
            approved_by,
            approved_at
        FROM rules_version
        ORDER BY version
        """;

    public const string Documents = """
        SELECT
            questions::text AS questions,
            issues::text AS issues,
            eligibility::text AS eligibility,
            offices::text AS offices
        FROM rules_version
        WHERE version = @version
        """;

    public const string Insert = """
        INSERT INTO rules_version (checksum, valid_from, status, questions, issues, eligibility, offices, loaded_by, loaded_at, approved_by, approved_at)
        VALUES (@checksum, @validFrom, @status, @questions::json, @issues::json, @eligibility::json, @offices::json, @subject, @now, @approvedBy, @approvedAt)
        ON CONFLICT (checksum) DO NOTHING
        RETURNING version
        """;

    /// <summary>The shipped rules, once: replicas that start together write one row.</summary>
    public const string InsertFirst = """
        INSERT INTO rules_version (checksum, valid_from, status, questions, issues, eligibility, offices, loaded_by, loaded_at, approved_by, approved_at)
        SELECT @checksum, @validFrom, 'approved', @questions::json, @issues::json, @eligibility::json, @offices::json, 'screening', @now, 'screening', @now
        WHERE NOT EXISTS (SELECT 1 FROM rules_version)
        ON CONFLICT (checksum) DO NOTHING
        """;

    public const string Approve = """
        UPDATE rules_version
        SET status = 'approved',
            approved_by = @subject,
            approved_at = @now
        WHERE version = @version
            AND approved_at IS NULL
        """;
}
