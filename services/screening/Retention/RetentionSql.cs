namespace Cnaim.Screening.Retention;

internal static class RetentionSql
{
    public const string CountInterviews = "SELECT count(*) FROM interview WHERE updated_at < @endedBefore";

    public const string EraseInterviews = """
        DELETE FROM interview
        WHERE interview_id IN (
            SELECT interview_id
            FROM interview
            WHERE updated_at < @endedBefore
            ORDER BY updated_at
            LIMIT @limit
            FOR UPDATE SKIP LOCKED)
        RETURNING interview_id
        """;

    /// <summary>One that was never given waits for the person, however long.</summary>
    public const string CountNotices = "SELECT count(*) FROM notice WHERE given_at < @endedBefore";

    public const string EraseNotices = """
        DELETE FROM notice
        WHERE notice_id IN (
            SELECT notice_id
            FROM notice
            WHERE given_at < @endedBefore
            ORDER BY given_at
            LIMIT @limit
            FOR UPDATE SKIP LOCKED)
        RETURNING notice_id
        """;

    /// <summary>Nothing of theirs has happened since, nothing is open, and what they agreed to has ended.</summary>
    private const string Gone = """
        FROM person AS p
        WHERE p.updated_at < @endedBefore
          AND p.process_number <> 'erased-' || p.person_id
          AND NOT EXISTS (SELECT 1 FROM person_centre AS c WHERE c.person_id = p.person_id AND c.since >= @endedBefore)
          AND NOT EXISTS (SELECT 1 FROM interview AS i WHERE i.person_id = p.person_id AND i.updated_at >= @endedBefore)
          AND NOT EXISTS (SELECT 1 FROM consent AS c WHERE c.person_id = p.person_id AND (c.valid_from >= @endedBefore OR (c.status IN ('draft', 'active') AND c.valid_to >= @endedBefore)))
          AND NOT EXISTS (SELECT 1 FROM emergency_access AS e WHERE e.person_id = p.person_id AND e.granted_at >= @endedBefore)
          AND NOT EXISTS (
            SELECT 1
            FROM disclosure AS d
            LEFT JOIN process_referral AS r ON r.disclosure_id = d.disclosure_id
            WHERE d.person_id = p.person_id
              AND (d.permitted_at >= @endedBefore OR r.updated_at >= @endedBefore OR r.status NOT IN ('rejected', 'cancelled', 'completed', 'failed', 'entered-in-error')))
        """;

    public const string CountPeople = "SELECT count(*)\n" + Gone;

    public const string People = "SELECT p.person_id\n" + Gone + "\n" + """
        ORDER BY p.updated_at
        LIMIT @limit
        FOR UPDATE OF p SKIP LOCKED
        """;
}
