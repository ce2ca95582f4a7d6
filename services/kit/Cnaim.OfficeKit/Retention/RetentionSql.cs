using Cnaim.OfficeKit.Referrals;

namespace Cnaim.OfficeKit.Retention;

internal static class RetentionSql
{
    private const string CaseIsOver = "closed_at < @endedBefore AND person_ref IS NOT NULL";

    private const string SentIsOver = "status IN ('rejected', 'cancelled', 'completed', 'failed', 'entered-in-error') AND updated_at < @endedBefore AND person_ref <> ''";

    public const string CountCases = $"""
        SELECT
            count(*) FILTER (WHERE keep_basis IS NULL) AS due,
            count(*) FILTER (WHERE keep_basis IS NOT NULL) AS kept_by_law
        FROM case_file
        WHERE {CaseIsOver}
        """;

    public const string Cases = $"""
        SELECT
            case_id,
            keep_basis
        FROM case_file
        WHERE {CaseIsOver}
          AND keep_basis IS NULL
        ORDER BY closed_at
        LIMIT @limit
        FOR UPDATE SKIP LOCKED
        """;

    public const string ReceivedOfCases = ReceivedReferralSql.Select + "\n" + """
        WHERE case_id = ANY (@cases)
        FOR UPDATE
        """;

    public const string CountSent = $"""
        SELECT count(*)
        FROM referral_sent
        WHERE {SentIsOver}
        """;

    public const string Sent = SentReferralSql.Select + "\n" + $"""
        WHERE {SentIsOver}
        ORDER BY updated_at
        LIMIT @limit
        FOR UPDATE SKIP LOCKED
        """;
}
