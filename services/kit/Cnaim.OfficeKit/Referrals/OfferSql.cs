namespace Cnaim.OfficeKit.Referrals;

/// <summary>The statements of open referrals: offers sent and offers received.</summary>
internal static class OfferSql
{
    public const string InsertSent = """
        INSERT INTO referral_offer_sent (
            referral_id,
            office,
            centre,
            state)
        VALUES (
            @referralId,
            @office,
            @centre,
            'offered')
        ON CONFLICT (referral_id, office, centre) DO NOTHING
        """;

    public const string ReadSent = """
        SELECT
            office,
            centre,
            state
        FROM referral_offer_sent
        WHERE referral_id = @referralId
        ORDER BY claimed_at NULLS LAST, office, centre
        """;

    public const string MoveSent = """
        UPDATE referral_offer_sent
        SET
            state = @state,
            claimed_at = COALESCE(claimed_at, @claimedAt)
        WHERE referral_id = @referralId
          AND office = @office
          AND centre = @centre
        """;

    public const string InsertReceived = """
        INSERT INTO referral_offer_received (
            referral_id,
            centre,
            sender_office,
            sender_centre,
            request,
            area,
            priority,
            language,
            state,
            offered_at,
            expires_at)
        VALUES (
            @referralId,
            @centre,
            @senderOffice,
            @senderCentre,
            @request,
            @area,
            @priority,
            @language,
            'offered',
            @offeredAt,
            @expiresAt)
        ON CONFLICT (referral_id, centre) DO NOTHING
        """;

    public const string SelectReceived = """
        SELECT
            referral_id,
            centre,
            sender_office,
            sender_centre,
            request,
            area,
            priority,
            language,
            state,
            reason,
            offered_at,
            expires_at
        FROM referral_offer_received
        """;

    public const string LockReceived = SelectReceived + "\n" + """
        WHERE referral_id = @referralId
          AND centre = @centre
        FOR UPDATE
        """;

    public const string ListReceived = SelectReceived + "\n" + """
        WHERE centre = @centre
          AND (@after::uuid IS NULL OR referral_id < @after)
          AND (@statuses::text[] IS NULL OR state = ANY(@statuses))
        ORDER BY referral_id DESC
        LIMIT @limit
        """;

    public const string Claim = """
        UPDATE referral_offer_received
        SET state = 'claimed'
        WHERE referral_id = @referralId
          AND centre = @centre
        """;

    public const string Take = """
        UPDATE referral_offer_received
        SET state = 'taken'
        WHERE referral_id = @referralId
          AND centre = @centre
        """;

    public const string Withdraw = """
        UPDATE referral_offer_received
        SET
            state = 'withdrawn',
            reason = @reason
        WHERE referral_id = @referralId
          AND sender_office = @senderOffice
          AND state IN ('offered', 'claimed')
        """;
}
