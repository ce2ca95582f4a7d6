namespace Cnaim.OfficeKit.Audit;

internal static class AccessSql
{
    /// <summary>
    /// Whatever was done to the records that this centre holds of a person, by the person's reference alone or by a page of a list or a file that showed one of the records:
    /// ids of a page lie between its last and its first, newest first.
    /// </summary>
    public const string OfPerson = """
        WITH record AS (
            SELECT 'case' AS kind, case_id::text AS id
            FROM case_file
            WHERE centre = @centre AND person_ref = @personRef
            UNION
            SELECT 'appointment', appointment_id::text
            FROM appointment
            WHERE @centre IN (centre, booked_centre) AND person_ref = @personRef
            UNION
            SELECT 'referral', referral_id::text
            FROM referral_sent
            WHERE centre = @centre AND person_ref = @personRef
            UNION
            SELECT 'referral', referral_id::text
            FROM referral_received
            WHERE centre = @centre AND person_ref = @personRef),
        access AS (
            SELECT a.entry_id
            FROM record AS r
            JOIN audit_entry AS a ON a.record_kind = r.kind AND a.record_id = r.id
            UNION
            SELECT a.entry_id
            FROM audit_entry AS a
            JOIN record AS r ON a.action IN (r.kind || '.listed', r.kind || '.exported') AND r.id BETWEEN a.detail ->> 'last' AND a.detail ->> 'first'
            WHERE a.record_kind = 'centre' AND a.record_id = @centre
            UNION
            SELECT a.entry_id
            FROM audit_entry AS a
            WHERE a.record_kind = 'person' AND a.record_id = @personRef AND a.centre = @centre)
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
        FROM access
        JOIN audit_entry AS a USING (entry_id)
        WHERE @after::bigint IS NULL OR a.entry_id < @after
        ORDER BY a.entry_id DESC
        LIMIT @limit
        """;
}
