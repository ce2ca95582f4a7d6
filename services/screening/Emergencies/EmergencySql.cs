namespace Cnaim.Screening.Emergencies;

internal static class EmergencySql
{
    public const string Insert = """
        INSERT INTO emergency_access (
            emergency_access_id, person_id, office, centre, subject, reason, note, granted_at, expires_at, confirm_by)
        VALUES (
            @emergencyAccessId, @personId, @office, @centre, @subject, @reason, @note, @grantedAt, @expiresAt, @confirmBy)
        """;

    public const string AddNotice = """
        INSERT INTO notice (notice_id, person_id, kind, record_id, created_at)
        VALUES (@noticeId, @personId, 'emergency-access', @recordId, @now)
        """;

    private const string Columns = """
            e.emergency_access_id,
            e.person_id,
            e.office,
            e.centre,
            e.subject,
            e.reason,
            e.note,
            e.granted_at,
            e.expires_at,
            e.confirm_by,
            e.verdict,
            e.confirmed_by
        """;

    /// <summary>The record for who opened it, within its time, unless a second person said no.</summary>
    public const string Read = """
        SELECT
            p.given_names,
            p.family_names,
            p.name_in_script,
            p.known_as,
            p.birth,
            p.nationalities,
            p.languages,
            i.interview_id,
            i.answers
        FROM emergency_access AS e
        JOIN person AS p ON p.person_id = e.person_id
        LEFT JOIN LATERAL (
            SELECT
                interview_id,
                answers
            FROM interview
            WHERE person_id = e.person_id
            ORDER BY updated_at DESC
            LIMIT 1) AS i ON true
        WHERE e.emergency_access_id = @id
          AND e.office = @office
          AND e.centre = @centre
          AND e.subject = @subject
          AND e.expires_at > @now
          AND e.verdict IS DISTINCT FROM 'not-justified'
        """;

    public const string Lock = $"""
        SELECT
        {Columns}
        FROM emergency_access AS e
        WHERE e.emergency_access_id = @id
          AND e.office = @office
          AND e.centre = @centre
        FOR UPDATE
        """;

    public const string Confirm = """
        UPDATE emergency_access
        SET verdict = @verdict,
            confirmed_by = @subject,
            confirmed_at = @now
        WHERE emergency_access_id = @id
        """;

    public const string OfCentre = $"""
        SELECT
        {Columns}
        FROM emergency_access AS e
        WHERE e.office = @office
          AND e.centre = @centre
          AND (@after::uuid IS NULL OR e.emergency_access_id > @after)
          AND e.granted_at > @since
        ORDER BY e.emergency_access_id
        LIMIT @limit
        """;

    /// <summary>What nobody confirmed in time, and what a second person did not find justified.</summary>
    public const string Reported = $"""
        SELECT
        {Columns}
        FROM emergency_access AS e
        WHERE e.verdict IS DISTINCT FROM 'justified'
          AND (e.verdict = 'not-justified' OR e.confirm_by <= @now)
          AND (@after::uuid IS NULL OR e.emergency_access_id > @after)
        ORDER BY e.emergency_access_id
        LIMIT @limit
        """;

    public const string Notices = """
        SELECT
            n.notice_id,
            n.kind,
            n.created_at,
            n.given_at,
            e.office,
            e.reason,
            e.granted_at
        FROM notice AS n
        JOIN emergency_access AS e ON e.emergency_access_id = n.record_id
        WHERE n.person_id = @personId
        ORDER BY n.notice_id
        LIMIT 200
        """;

    public const string GiveNotice = """
        UPDATE notice
        SET given_at = @now,
            given_by = @subject
        WHERE notice_id = @noticeId
          AND person_id = @personId
          AND given_at IS NULL
        """;

    /// <summary>What is not under the present key, in the order of its place.</summary>
    public const string StaleNote = """
        SELECT
            ctid::text AS place,
            emergency_access_id::text AS key,
            note AS stored
        FROM emergency_access
        WHERE ctid > @after::tid
          AND substr(note, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    public const string ReplaceNote = """
        UPDATE emergency_access
        SET note = @fresh
        WHERE ctid = @place::tid
          AND note = @stored
        """;
}
