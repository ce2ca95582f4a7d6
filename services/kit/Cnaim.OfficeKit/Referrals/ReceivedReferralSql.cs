using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>The statements of <c>referral_received</c>.</summary>
internal static class ReceivedReferralSql
{
    public const string Insert = """
        INSERT INTO referral_received (
            referral_id,
            centre,
            case_id,
            person_ref,
            sender_office,
            sender_centre,
            request,
            issues,
            priority,
            categories,
            language,
            disclosure_id,
            status,
            last_verb,
            status_reason,
            outcome,
            results,
            escalation,
            based_on,
            part_of,
            withdrawn_at,
            requested_at,
            acknowledge_by,
            resolve_by,
            created_at,
            updated_at,
            version)
        VALUES (
            @referralId,
            @centre,
            @caseId,
            @personRef,
            @senderOffice,
            @senderCentre,
            @request,
            @issues,
            @priority,
            @categories,
            @language,
            @disclosureId,
            @status,
            @lastVerb,
            @statusReason,
            @outcome,
            @results,
            @escalation,
            @basedOn,
            @partOf,
            @withdrawnAt,
            @requestedAt,
            @acknowledgeBy,
            @resolveBy,
            @createdAt,
            @updatedAt,
            @version)
        """;

    public const string Update = """
        UPDATE referral_received
        SET
            person_ref = @personRef,
            issues = @issues,
            categories = @categories,
            language = @language,
            status = @status,
            last_verb = @lastVerb,
            status_reason = @statusReason,
            outcome = @outcome,
            results = @results,
            escalation = @escalation,
            reminded_at = @remindedAt,
            withdrawn_at = @withdrawnAt,
            updated_at = @updatedAt,
            version = @version
        WHERE referral_id = @referralId
        """;

    public const string Select = """
        SELECT
            referral_id,
            centre,
            case_id,
            person_ref,
            sender_office,
            sender_centre,
            request,
            issues,
            priority,
            categories,
            language,
            disclosure_id,
            status,
            last_verb,
            status_reason,
            outcome,
            results,
            escalation,
            reminded_at,
            based_on,
            part_of,
            withdrawn_at,
            requested_at,
            acknowledge_by,
            resolve_by,
            created_at,
            updated_at,
            version
        FROM referral_received
        """;

    public const string Find = Select + "\n" + $"""
        WHERE referral_id = @referralId
          AND (@centre::text IS NULL OR centre = @centre)
          AND {RestrictedSql.CaseIsSeen}
        """;

    public const string Lock = Find + "\nFOR UPDATE";

    private const string Filtered = $"""
        WHERE centre = @centre
          AND {RestrictedSql.CaseIsSeen}
        """ + "\n" + ReferralListSql.Filters;

    public const string List = Select + "\n" + Filtered + "\n" + ReferralListSql.NewestFirst;

    public const string Sorted = Select + "\n" + Filtered + "\n" + ReferralListSql.Sorted;

    public const string Count = "SELECT count(*)::int FROM referral_received\n" + Filtered;

    public const string LockByDisclosure = Select + "\n" + """
        WHERE disclosure_id = @disclosureId
        FOR UPDATE
        """;
}
