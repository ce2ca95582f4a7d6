namespace Cnaim.OfficeKit.Referrals;

/// <summary>The statements of <c>draft_to_send</c>; times are on the database's clock.</summary>
internal static class DraftSql
{
    public const string Queue = """
        INSERT INTO draft_to_send (referral_id)
        VALUES (@referralId)
        ON CONFLICT (referral_id) DO UPDATE
        SET
            next_try_at = clock_timestamp(),
            tries = 0
        """;

    public const string Remove = """
        DELETE FROM draft_to_send
        WHERE referral_id = @referralId
        """;

    public const string Lease = """
        UPDATE draft_to_send
        SET
            tries = tries + 1,
            next_try_at = clock_timestamp() + LEAST(15, 5 * (tries + 1)) * interval '1 second'
        WHERE referral_id = (
            SELECT referral_id
            FROM draft_to_send
            WHERE next_try_at <= clock_timestamp()
            ORDER BY next_try_at
            LIMIT 1
            FOR UPDATE SKIP LOCKED)
        RETURNING referral_id
        """;
}
