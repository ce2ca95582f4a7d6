using Cnaim.OfficeKit.Restricted;

namespace Cnaim.OfficeKit.Cases;

/// <summary>The statements of <c>case_file</c>.</summary>
internal static class CaseSql
{
    public const string Insert = """
        INSERT INTO case_file (
            case_id,
            centre,
            person_ref,
            referral_id,
            request,
            state,
            opened_by,
            opened_at)
        VALUES (
            @caseId,
            @centre,
            @personRef,
            @referralId,
            @request,
            'open',
            @openedBy,
            @openedAt)
        """;

    public const string Select = """
        SELECT
            case_id,
            centre,
            person_ref,
            referral_id,
            request,
            state,
            close_reason,
            keep_basis,
            opened_by,
            opened_at,
            closed_at,
            version
        FROM case_file
        """;

    public const string Find = Select + "\n" + $"""
        WHERE case_id = @caseId
          AND centre = @centre
          AND {RestrictedSql.CaseIsSeen}
        """;

    public const string Lock = Find + "\nFOR UPDATE";

    public const string LockOnly = """
        SELECT 1
        FROM case_file
        WHERE case_id = @caseId
        FOR UPDATE
        """;

    public const string List = Select + "\n" + $"""
        WHERE centre = @centre
          AND {RestrictedSql.CaseIsSeen}
          AND (@after::uuid IS NULL OR case_id < @after)
          AND (@states::text[] IS NULL OR state = ANY(@states))
        ORDER BY case_id DESC
        LIMIT @limit
        """;

    public const string Update = """
        UPDATE case_file
        SET
            state = @state,
            close_reason = @closeReason,
            keep_basis = @keepBasis,
            closed_at = @closedAt,
            version = @version
        WHERE case_id = @caseId
        """;

    public const string CloseForReferral = """
        UPDATE case_file
        SET
            state = 'closed',
            close_reason = @closeReason,
            closed_at = @closedAt,
            version = version + 1
        WHERE referral_id = @referralId
          AND state <> 'closed'
        """;

    public const string KeepBasisOfReferral = """
        SELECT keep_basis
        FROM case_file
        WHERE referral_id = @referralId
        """;

    public const string PurgeForReferral = """
        UPDATE case_file
        SET
            person_ref = NULL,
            version = version + 1
        WHERE referral_id = @referralId
        """;
}
