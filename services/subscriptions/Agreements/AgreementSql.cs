namespace Cnaim.Subscriptions.Agreements;

internal static class AgreementSql
{
    private const string Columns = """
            client_id,
            agreement_id,
            name,
            event_types,
            municipalities,
            data_level,
            office,
            queue,
            valid_from,
            valid_until,
            focal_point_name,
            focal_point_email,
            subject_key,
            version
        """;

    public const string Find = $"""
        SELECT
        {Columns}
        FROM agreement
        WHERE client_id = @clientId
        """;

    public const string Lock = $"{Find} FOR UPDATE";

    public const string List = $"""
        SELECT
        {Columns}
        FROM agreement
        WHERE @after::text IS NULL OR client_id > @after
        ORDER BY client_id
        LIMIT @limit
        """;

    public const string Save = """
        INSERT INTO agreement AS a (
            client_id, agreement_id, name, event_types, municipalities, data_level, office, queue, valid_from, valid_until, focal_point_name, focal_point_email, subject_key)
        VALUES (
            @clientId, @agreementId, @Name, @EventTypes, @Municipalities, @DataLevel, @Office, @Queue, @ValidFrom, @ValidUntil, @focalPointName, @focalPointEmail, @subjectKey)
        ON CONFLICT (client_id) DO UPDATE
        SET
            name = excluded.name,
            event_types = excluded.event_types,
            municipalities = excluded.municipalities,
            data_level = excluded.data_level,
            office = excluded.office,
            queue = excluded.queue,
            valid_from = excluded.valid_from,
            valid_until = excluded.valid_until,
            focal_point_name = excluded.focal_point_name,
            focal_point_email = excluded.focal_point_email,
            version = a.version + 1
        WHERE a.version = @baseVersion
        """;

    private const string ChangeColumns = """
            change_id,
            client_id,
            terms::text AS terms,
            widens,
            base_version,
            reason,
            requested_by,
            requested_at,
            decision,
            decided_by,
            decided_at
        """;

    public const string Ask = """
        INSERT INTO agreement_change (change_id, client_id, terms, widens, base_version, reason, requested_by, requested_at, decision, decided_by, decided_at)
        VALUES (@ChangeId, @ClientId, @Terms::jsonb, @Widens, @BaseVersion, @Reason, @RequestedBy, @RequestedAt, @Decision, @DecidedBy, @DecidedAt)
        """;

    public const string Changes = $"""
        SELECT
        {ChangeColumns}
        FROM agreement_change
        WHERE (@before::uuid IS NULL OR change_id < @before)
          AND (@clientId::text IS NULL OR client_id = @clientId)
        ORDER BY change_id DESC
        LIMIT @limit
        """;

    public const string LockChange = $"""
        SELECT
        {ChangeColumns}
        FROM agreement_change
        WHERE change_id = @changeId
        FOR UPDATE
        """;

    public const string Decide = """
        UPDATE agreement_change
        SET
            decision = @decision,
            decided_by = @decidedBy,
            decided_at = @now
        WHERE change_id = @changeId
        """;

    /// <summary>After a rotation of the field keys.</summary>
    public const string StaleKeys = """
        SELECT
            ctid::text AS place,
            agreement_id::text AS key,
            subject_key AS stored
        FROM agreement
        WHERE ctid > @after::tid
          AND substr(subject_key, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    public const string ReplaceKey = """
        UPDATE agreement
        SET subject_key = @fresh
        WHERE ctid = @place::tid
          AND subject_key = @stored
        """;
}
