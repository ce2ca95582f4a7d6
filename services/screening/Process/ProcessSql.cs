namespace Cnaim.Screening.Process;

internal static class ProcessSql
{
    /// <summary>The newest state wins; sender and receiver number their events apart.</summary>
    public const string Follow = """
        INSERT INTO process_referral AS r (disclosure_id, referral_id, sender, receiver, request, status, status_reason, outcome, updated_at)
        SELECT
            disclosure_id,
            @referralId,
            @sender,
            @receiver,
            @request,
            @status,
            @statusReason,
            @outcome,
            @occurredAt
        FROM disclosure
        WHERE disclosure_id = @disclosureId
        ON CONFLICT (disclosure_id) DO UPDATE SET
            status = EXCLUDED.status,
            status_reason = EXCLUDED.status_reason,
            outcome = EXCLUDED.outcome,
            updated_at = EXCLUDED.updated_at
        WHERE EXCLUDED.updated_at >= r.updated_at
        """;

    /// <summary>An intake office follows the whole process, others what they sent or received.</summary>
    public const string Referrals = """
        SELECT
            r.referral_id,
            r.receiver AS office,
            r.request,
            r.status,
            r.status_reason,
            r.outcome,
            r.updated_at
        FROM process_referral AS r
        JOIN disclosure AS d ON d.disclosure_id = r.disclosure_id
        WHERE d.person_id = @personId
          AND (@isIntake OR d.sender_office = @office OR d.receiver_office = @office)
        ORDER BY r.updated_at DESC
        LIMIT 500
        """;
}
