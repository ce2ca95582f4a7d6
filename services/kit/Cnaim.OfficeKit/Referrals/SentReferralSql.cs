using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The statements of <c>referral_sent</c>.</summary>
internal static class SentReferralSql
{
    public const string Insert = """
        INSERT INTO referral_sent (
            referral_id,
            centre,
            person_ref,
            receiver_office,
            receiver_centre,
            receiver_agent,
            open_area,
            request,
            issues,
            priority,
            categories,
            language,
            statutory_ground,
            disclosure_id,
            status,
            last_verb,
            status_reason,
            outcome,
            results,
            held_back,
            cancellation_requested,
            timed_out,
            escalation,
            based_on,
            part_of,
            requested_at,
            acknowledge_by,
            resolve_by,
            created_at,
            updated_at,
            version)
        VALUES (
            @referralId,
            @centre,
            @personRef,
            @receiverOffice,
            @receiverCentre,
            @receiverAgent,
            @openArea,
            @request,
            @issues,
            @priority,
            @categories,
            @language,
            @statutoryGround,
            @disclosureId,
            @status,
            @lastVerb,
            @statusReason,
            @outcome,
            @results,
            @heldBack,
            @cancellationRequested,
            @timedOut,
            @escalation,
            @basedOn,
            @partOf,
            @requestedAt,
            @acknowledgeBy,
            @resolveBy,
            @createdAt,
            @updatedAt,
            @version)
        """;

    public const string Update = """
        UPDATE referral_sent
        SET
            receiver_office = @receiverOffice,
            receiver_centre = @receiverCentre,
            categories = @categories,
            issues = @issues,
            language = @language,
            disclosure_id = @disclosureId,
            status = @status,
            last_verb = @lastVerb,
            status_reason = @statusReason,
            outcome = @outcome,
            results = @results,
            held_back = @heldBack,
            cancellation_requested = @cancellationRequested,
            timed_out = @timedOut,
            escalation = @escalation,
            reminded_at = @remindedAt,
            requested_at = @requestedAt,
            acknowledge_by = @acknowledgeBy,
            resolve_by = @resolveBy,
            updated_at = @updatedAt,
            version = @version
        WHERE referral_id = @referralId
        """;

    public const string Select = """
        SELECT
            referral_id,
            centre,
            person_ref,
            receiver_office,
            receiver_centre,
            receiver_agent,
            open_area,
            request,
            issues,
            priority,
            categories,
            language,
            statutory_ground,
            disclosure_id,
            status,
            last_verb,
            status_reason,
            outcome,
            results,
            held_back,
            cancellation_requested,
            timed_out,
            escalation,
            reminded_at,
            based_on,
            part_of,
            requested_at,
            acknowledge_by,
            resolve_by,
            created_at,
            updated_at,
            version
        FROM referral_sent
        """;

    public const string Find = Select + "\n" + $"""
        WHERE referral_id = @referralId
          AND (@centre::text IS NULL OR centre = @centre)
          AND {RestrictedSql.SentIsSeen}
        """;

    public const string Lock = Find + "\nFOR UPDATE";

    private const string Filtered = $"""
        WHERE centre = @centre
          AND {RestrictedSql.SentIsSeen}
        """ + "\n" + ReferralListSql.Filters;

    public const string List = Select + "\n" + Filtered + "\n" + ReferralListSql.NewestFirst;

    public const string Sorted = Select + "\n" + Filtered + "\n" + ReferralListSql.Sorted;

    public const string Count = "SELECT count(*)::int FROM referral_sent\n" + Filtered;
}
