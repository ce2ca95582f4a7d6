namespace Cnaim.OfficeKit.Deadlines;

/// <summary>The statements of <c>due</c>.</summary>
internal static class DeadlineSql
{
    public const string Insert = """
        INSERT INTO due (
            referral_id,
            kind,
            due_at)
        SELECT
            @referralId,
            kind,
            due_at
        FROM unnest(@kinds, @moments) AS d (kind, due_at)
        ON CONFLICT (referral_id, kind) DO NOTHING
        """;

    public const string InsertWhenWithdrawn = """
        INSERT INTO due (
            referral_id,
            kind,
            due_at)
        SELECT
            @referralId,
            'disclosure-withdrawn',
            withdrawn_at
        FROM disclosure_withdrawn
        WHERE disclosure_id = @disclosureId
        ON CONFLICT (referral_id, kind) DO NOTHING
        """;

    public const string RememberWithdrawn = """
        INSERT INTO disclosure_withdrawn (
            disclosure_id,
            withdrawn_at)
        VALUES (
            @disclosureId,
            @withdrawnAt)
        ON CONFLICT (disclosure_id) DO NOTHING
        """;

    public const string LockNext = """
        SELECT
            referral_id,
            kind
        FROM due
        WHERE fired_at IS NULL
          AND due_at <= @now
        ORDER BY due_at
        LIMIT 1
        FOR UPDATE SKIP LOCKED
        """;

    public const string Fire = """
        UPDATE due
        SET fired_at = @now
        WHERE referral_id = @referralId
          AND kind = @kind
        """;

    public const string Postpone = """
        UPDATE due
        SET due_at = @until
        WHERE referral_id = @referralId
          AND kind = @kind
          AND fired_at IS NULL
        """;
}
