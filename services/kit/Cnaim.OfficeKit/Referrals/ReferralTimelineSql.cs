namespace Cnaim.OfficeKit.Referrals;

/// <summary>The statements of <c>referral_timeline</c>.</summary>
internal static class ReferralTimelineSql
{
    public const string Insert = """
        INSERT INTO referral_timeline (
            referral_id,
            side,
            at,
            what,
            status,
            set_by,
            status_reason,
            outcome,
            results,
            note)
        VALUES (
            @referralId,
            @side,
            @at,
            @what,
            @status,
            @setBy,
            @statusReason,
            @outcome,
            @results,
            @note)
        """;

    public const string Read = """
        SELECT
            referral_id,
            side,
            at,
            what,
            status,
            set_by,
            status_reason,
            outcome,
            results,
            note
        FROM referral_timeline
        WHERE referral_id = @referralId
          AND side = @side
        ORDER BY entry_id
        LIMIT 500
        """;

    public const string BlankNotes = """
        UPDATE referral_timeline
        SET note = NULL
        WHERE referral_id = @referralId
          AND side = 'receiver'
          AND note IS NOT NULL
        """;
}
