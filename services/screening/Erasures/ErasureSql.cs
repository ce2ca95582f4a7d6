namespace Cnaim.Screening.Erasures;

internal static class ErasureSql
{
    public const string Insert = """
        INSERT INTO erasure (erasure_id, person_id, office, centre, requested_by, requested_at)
        VALUES (@erasureId, @personId, @office, @centre, @subject, @now)
        ON CONFLICT (person_id) WHERE status = 'requested' DO NOTHING
        """;

    private const string Columns = """
            erasure_id,
            person_id,
            office,
            centre,
            requested_by,
            requested_at,
            status,
            decided_by,
            decided_at
        """;

    /// <summary>With an office and a centre, only what was asked for there.</summary>
    private const string Visible = "(@office::text IS NULL OR (office = @office AND centre = @centre))";

    public const string Find = $"""
        SELECT
        {Columns}
        FROM erasure
        WHERE erasure_id = @erasureId
          AND {Visible}
        """;

    public const string Lock = Find + "\nFOR UPDATE";

    public const string List = $"""
        SELECT
        {Columns}
        FROM erasure
        WHERE {Visible}
          AND (@after::uuid IS NULL OR erasure_id < @after)
        ORDER BY erasure_id DESC
        LIMIT @limit
        """;

    public const string Decide = """
        UPDATE erasure
        SET status = @status,
            decided_by = @subject,
            decided_at = @now
        WHERE erasure_id = @erasureId
        """;

    /// <summary>The offices that hold a reference and could know whose it is; one that was only named as a recipient never learned it.</summary>
    public const string KnownAt = """
        SELECT
            r.office,
            array_agg(r.ref ORDER BY r.key_version) AS refs
        FROM person_ref AS r
        WHERE r.person_id = @personId
          AND (EXISTS (SELECT 1 FROM person_centre AS c WHERE c.person_id = r.person_id AND c.office = r.office)
            OR EXISTS (SELECT 1 FROM disclosure AS d WHERE d.person_id = r.person_id AND r.office IN (d.sender_office, d.receiver_office))
            OR EXISTS (SELECT 1 FROM consent AS g WHERE g.person_id = r.person_id AND g.office = r.office)
            OR EXISTS (SELECT 1 FROM interview AS i WHERE i.person_id = r.person_id AND i.office = r.office)
            OR EXISTS (SELECT 1 FROM emergency_access AS e WHERE e.person_id = r.person_id AND e.office = r.office))
        GROUP BY r.office
        ORDER BY r.office
        """;

    public const string Refs = "SELECT ref FROM person_ref WHERE person_id = @personId";

    public const string Offices = """
        SELECT
            erasure_id,
            office,
            order_id,
            counted::text,
            ordered_at,
            erased::text,
            legal_bases,
            confirmed_at
        FROM erasure_at_office
        WHERE erasure_id = ANY (@erasureIds)
        ORDER BY office
        """;

    /// <summary>The order that an office answers by the id it was given.</summary>
    public const string OfOffice = """
        SELECT erasure_id
        FROM erasure_at_office
        WHERE office = @office
          AND order_id = @orderId
        """;

    public const string AddOffice = """
        INSERT INTO erasure_at_office (erasure_id, office)
        VALUES (@erasureId, @office)
        ON CONFLICT DO NOTHING
        """;

    public const string Order = """
        INSERT INTO erasure_at_office (erasure_id, office, ordered_at)
        VALUES (@erasureId, @office, @now)
        ON CONFLICT (erasure_id, office) DO UPDATE SET ordered_at = @now
        """;

    public const string Counted = """
        UPDATE erasure_at_office
        SET counted = @counts::jsonb,
            legal_bases = @legalBases
        WHERE erasure_id = @erasureId
          AND office = @office
        """;

    public const string Confirmed = """
        UPDATE erasure_at_office
        SET erased = @counts::jsonb,
            legal_bases = @legalBases,
            confirmed_at = @now
        WHERE erasure_id = @erasureId
          AND office = @office
          AND ordered_at IS NOT NULL
        """;

    /// <summary>What the office got has gone with the rest; what it froze it says for each disclosure itself.</summary>
    public const string ConfirmDisclosures = """
        UPDATE disclosure AS d
        SET purge_result = 'purged',
            purge_confirmed_at = @now
        FROM erasure AS e
        WHERE e.erasure_id = @erasureId
          AND d.person_id = e.person_id
          AND d.receiver_office = @office
          AND d.withdrawn_at IS NOT NULL
          AND d.purge_confirmed_at IS NULL
        """;

    /// <summary>Offices that were told to erase and have not answered, the oldest order first.</summary>
    public const string Silent = """
        SELECT
            erasure_id,
            office,
            ordered_at
        FROM erasure_at_office
        WHERE ordered_at <= @before
          AND confirmed_at IS NULL
        ORDER BY ordered_at, erasure_id, office
        LIMIT @limit
        """;

    public const string EndConsents = """
        UPDATE consent
        SET status = 'inactive',
            withdrawn_at = @now
        WHERE person_id = @personId
          AND status IN ('draft', 'active')
        """;

    public const string EndDisclosures = """
        UPDATE disclosure
        SET withdrawn_at = @now
        WHERE person_id = @personId
          AND withdrawn_at IS NULL
        """;

    public const string Emergencies = "SELECT emergency_access_id FROM emergency_access WHERE person_id = @personId";

    public const string BlankNote = "UPDATE emergency_access SET note = @note WHERE emergency_access_id = @id";

    /// <summary>What the audit trail and stored answers call the person's records.</summary>
    public const string Records = """
        SELECT 'interview' AS kind, interview_id::text AS id FROM interview WHERE person_id = @personId
        UNION ALL
        SELECT 'consent', consent_id::text FROM consent WHERE person_id = @personId
        UNION ALL
        SELECT 'disclosure', disclosure_id::text FROM disclosure WHERE person_id = @personId
        UNION ALL
        SELECT 'emergency-access', emergency_access_id::text FROM emergency_access WHERE person_id = @personId
        UNION ALL
        SELECT 'notice', notice_id::text FROM notice WHERE person_id = @personId
        UNION ALL
        SELECT 'person', process_number FROM person WHERE person_id = @personId
        """;

    /// <summary>Found by what is kept of an erasure elsewhere, and not forgotten yet.</summary>
    public const string FindErased = "SELECT person_id FROM person WHERE messaging.erased_digest(person_id::text) = ANY (@digests) AND process_number <> 'erased-' || person_id";

    public const string Savepoint = "SAVEPOINT erasure";

    public const string Undo = "ROLLBACK TO SAVEPOINT erasure; RELEASE SAVEPOINT erasure";
}
