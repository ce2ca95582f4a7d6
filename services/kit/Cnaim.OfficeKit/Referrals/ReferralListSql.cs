namespace Cnaim.OfficeKit.Referrals;

/// <summary>What lists of sent and of received referrals ask for alike.</summary>
internal static class ReferralListSql
{
    /// <summary>The deadline that counts now; null when there is none or the referral has ended.</summary>
    public const string Due = """
        CASE
            WHEN status = 'requested' THEN acknowledge_by
            WHEN status IN ('accepted', 'in-progress', 'on-hold') THEN resolve_by
        END
        """;

    /// <summary>The filters of a list; each is left out by null.</summary>
    public const string Filters = $"""
          AND (@statuses::text[] IS NULL OR status = ANY(@statuses))
          AND (@priority::text IS NULL OR priority = @priority)
          AND (@request::text IS NULL OR request = @request)
          AND (@personRef::text IS NULL OR person_ref = @personRef)
          AND (@minimumEscalation::int IS NULL OR escalation >= @minimumEscalation)
          AND (@overdueAt::timestamptz IS NULL OR {Due} < @overdueAt)
        """;

    /// <summary>The newest first, from a row on.</summary>
    public const string NewestFirst = """
          AND (@after::uuid IS NULL OR referral_id < @after)
        ORDER BY referral_id DESC
        LIMIT @limit
        """;

    /// <summary>One page of all in an order; states in the order of their course, and where two are equal the newest first.</summary>
    public const string Sorted = $"""
        ORDER BY
            CASE WHEN @sortBy = 'due' AND NOT @sortsDown THEN {Due} END NULLS LAST,
            CASE WHEN @sortBy = 'due' AND @sortsDown THEN {Due} END DESC NULLS LAST,
            CASE WHEN @sortBy = 'status' AND NOT @sortsDown THEN array_position(@statusOrder, status) END,
            CASE WHEN @sortBy = 'status' AND @sortsDown THEN array_position(@statusOrder, status) END DESC,
            CASE WHEN @sortBy = 'created' AND NOT @sortsDown THEN referral_id END,
            referral_id DESC
        OFFSET @skip
        LIMIT @limit
        """;
}
