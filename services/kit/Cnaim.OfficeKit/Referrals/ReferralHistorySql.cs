using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The statements of an office's history: what was sent, then what was received, each by id.</summary>
internal static class ReferralHistorySql
{
    private const string Period = """
          AND created_at >= @from
          AND created_at < @until
        """;

    private const string OfSent = $"""
        WHERE @direction IN ('both', 'sent')
          AND centre = @centre
          AND {RestrictedSql.SentIsSeen}
        {Period}
        """;

    private const string OfReceived = $"""
        WHERE @direction IN ('both', 'received')
          AND centre = @centre
          AND {RestrictedSql.CaseIsSeen}
        {Period}
        """;

    private const string Common = """
            request,
            priority,
            status,
            status_reason,
            outcome,
            results,
            escalation::integer AS escalation,
            based_on,
            part_of,
            created_at,
            requested_at,
            acknowledge_by,
            answered_at,
            resolve_by,
            ended_at,
            updated_at
        """;

    private const string Moments = """
            SELECT
                min(t.at) FILTER (WHERE t.what IN ('accepted', 'rejected')) AS answered_at,
                min(t.at) FILTER (WHERE t.status = ANY (@final)) AS ended_at
            FROM referral_timeline AS t
            WHERE t.referral_id = r.referral_id
        """;

    /// <summary>How many there are, and between which ids they lie.</summary>
    public const string Extent = $"""
        SELECT
            count(*)::integer AS count,
            max(id) AS first,
            min(id) AS last
        FROM (
            SELECT referral_id::text AS id
            FROM referral_sent
            {OfSent}
            UNION ALL
            SELECT referral_id::text
            FROM referral_received
            {OfReceived}) AS r
        """;

    public const string Read = $"""
        (SELECT
            referral_id AS id,
            'sent' AS direction,
            receiver_office AS office,
            receiver_centre AS centre,
        {Common}
        FROM referral_sent AS r
        CROSS JOIN LATERAL (
        {Moments}
              AND t.side = 'sender') AS m
        {OfSent}
        ORDER BY referral_id)
        UNION ALL
        (SELECT
            referral_id,
            'received',
            sender_office,
            sender_centre,
        {Common}
        FROM referral_received AS r
        CROSS JOIN LATERAL (
        {Moments}
              AND t.side = 'receiver') AS m
        {OfReceived}
        ORDER BY referral_id)
        """;
}
