namespace Cnaim.Identity.Staff.Changes;

internal static class StaffChangeSql
{
    private const string Columns = """
            change_id,
            kind,
            staff_id,
            account,
            assignment_id,
            role,
            office,
            centre,
            client_id,
            reason,
            requested_by,
            requested_at,
            decision,
            decided_by,
            decided_at
        """;

    public const string Insert = """
        INSERT INTO staff_change (change_id, kind, staff_id, account, assignment_id, role, office, centre, client_id, reason, requested_by, requested_at)
        VALUES (@ChangeId, @Kind, @StaffId, @Account, @AssignmentId, @Role, @Office, @Centre, @ClientId, @Reason, @RequestedBy, @RequestedAt)
        """;

    public const string List = $"""
        SELECT
        {Columns}
        FROM staff_change
        WHERE (@isOpen IS NULL OR (decision IS NULL) = @isOpen)
            AND (@office IS NULL OR office = @office)
            AND (@centre IS NULL OR centre = @centre)
        ORDER BY change_id DESC
        LIMIT 200
        """;

    public const string Lock = $"""
        SELECT
        {Columns}
        FROM staff_change
        WHERE change_id = @changeId
        FOR UPDATE
        """;

    public const string Decide = """
        UPDATE staff_change SET
            decision = @decision,
            decided_by = @decidedBy,
            decided_at = @now,
            staff_id = coalesce(staff_id, @staffId)
        WHERE change_id = @changeId
        """;

    public const string AssignmentOf = """
        SELECT
            assignment_id,
            staff_id,
            role,
            office,
            centre
        FROM assignment
        WHERE assignment_id = @assignmentId
            AND staff_id = @staffId
            AND ended_at IS NULL
        """;

    /// <summary>Every open session of the account is over with this: its version is an old one.</summary>
    public const string Bump = "UPDATE staff SET rights_version = rights_version + 1 WHERE staff_id = @staffId";

    public const string Disable = "UPDATE staff SET disabled_at = @now WHERE staff_id = @staffId AND disabled_at IS NULL";

    public const string Enable = "UPDATE staff SET disabled_at = NULL WHERE staff_id = @staffId AND disabled_at IS NOT NULL";

    public const string Reset = """
        UPDATE staff SET
            password_hash = NULL,
            two_factor_enabled = false,
            protected_authenticator_key = NULL,
            recovery_code_hashes = '{}',
            access_failed_count = 0,
            lockout_end = NULL,
            security_stamp = @stamp,
            concurrency_stamp = @stamp,
            invitation_hash = @digest,
            invitation_ends_at = @invitationEndsAt
        WHERE staff_id = @staffId
        """;
}
