namespace Cnaim.Screening.Accesses;

internal static class AccessSql
{
    /// <summary>
    /// Whatever was done to the records of a person, denied looks too; an intake office sees all of it, others their own part.
    /// What was opened in an emergency is told when it is safe, and shown from then on.
    /// </summary>
    public const string OfPerson = """
        WITH record AS (
            SELECT 'person' AS kind, ref AS id
            FROM person_ref
            WHERE person_id = @personId
            UNION ALL
            SELECT 'interview', interview_id::text
            FROM interview
            WHERE person_id = @personId
            UNION ALL
            SELECT 'consent', consent_id::text
            FROM consent
            WHERE person_id = @personId
            UNION ALL
            SELECT 'disclosure', disclosure_id::text
            FROM disclosure
            WHERE person_id = @personId
            UNION ALL
            SELECT 'emergency-access', record_id::text
            FROM notice
            WHERE person_id = @personId
              AND given_at IS NOT NULL)
        SELECT
            a.entry_id,
            a.at,
            a.office,
            a.centre,
            a.role,
            a.action,
            a.purpose,
            a.detail ->> 'behind' AS behind,
            a.record_kind
        FROM record AS r
        JOIN audit_entry AS a ON a.record_kind = r.kind AND a.record_id = r.id
        WHERE (@isIntake OR a.office = @office)
          AND (@after::bigint IS NULL OR a.entry_id < @after)
        ORDER BY a.entry_id DESC
        LIMIT @limit
        """;

    /// <summary>Who may fetch, or might until it was withdrawn or ended.</summary>
    public const string Permits = """
        SELECT
            receiver_office AS office,
            purpose,
            categories,
            permitted_at,
            expires_at,
            fetched_at,
            withdrawn_at
        FROM disclosure
        WHERE person_id = @personId
          AND (@isIntake OR sender_office = @office OR receiver_office = @office)
        ORDER BY permitted_at DESC
        LIMIT 200
        """;
}
