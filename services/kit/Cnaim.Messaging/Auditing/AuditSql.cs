namespace Cnaim.Messaging.Auditing;

internal static class AuditSql
{
    /// <summary>One sealer at a time, to the end of its transaction.</summary>
    public const string TryLock = "SELECT pg_try_advisory_xact_lock(7742, 1)";

    public const string Last = """
        SELECT
            seal_no,
            head
        FROM audit_seal
        ORDER BY seal_no DESC
        LIMIT 1
        """;

    /// <summary>Transactions below the first are over; those from the second on have not begun. And the time of the seals.</summary>
    public const string Horizon = """
        SELECT
            pg_snapshot_xmin(s)::text::bigint,
            pg_snapshot_xmax(s)::text::bigint,
            clock_timestamp()
        FROM pg_current_snapshot() AS s
        """;

    public const string Add = """
        INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id, purpose, detail)
        VALUES (@Subject, @Office, @Centre, @Role, @Action, @RecordKind, @RecordId, @Purpose, CAST(@Detail AS jsonb))
        """;

    public const string Highest = "SELECT COALESCE(max(entry_id), 0) FROM audit_entry";

    private const string Columns = """
        a.entry_id,
            a.at,
            a.message_id,
            a.subject,
            a.office,
            a.centre,
            a.role,
            a.action,
            a.record_kind,
            a.record_id,
            a.purpose,
            a.detail::text
        """;

    /// <summary>Committed entries without a seal. Ids commit out of order, so this looks from a floor on, not after the last id seen.</summary>
    public const string Unsealed = $"""
        SELECT
            {Columns}
        FROM audit_entry AS a
        WHERE a.entry_id > $1
          AND NOT EXISTS (SELECT 1 FROM audit_seal AS s WHERE s.entry_id = a.entry_id AND s.entry_id > $1)
        ORDER BY a.entry_id
        LIMIT $2
        """;

    public const string Insert = """
        INSERT INTO audit_seal (seal_no, entry_id, salt, detail_digest, head, sealed_at, record_digest)
        SELECT n, e, s, d, h, $6, r
        FROM unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[], $7::bytea[]) AS u (n, e, s, d, h, r)
        """;

    /// <summary>How long the oldest entry after the last sealed one has waited; null when all are sealed.</summary>
    public const string UnsealedFor = """
        (SELECT EXTRACT(EPOCH FROM clock_timestamp() - a.at)::float8
         FROM audit_entry AS a
         WHERE a.entry_id > COALESCE((SELECT max(entry_id) FROM audit_seal), 0)
         ORDER BY a.entry_id
         LIMIT 1)
        """;

    /// <summary>The whole chain in its order, with the entries.</summary>
    public const string Chain = $"""
        SELECT
            s.seal_no,
            s.entry_id AS sealed_entry,
            s.salt,
            s.detail_digest,
            s.head,
            s.sealed_at,
            s.record_digest,
            {Columns}
        FROM audit_seal AS s
        LEFT JOIN audit_entry AS a ON a.entry_id = s.entry_id
        ORDER BY s.seal_no
        """;

    /// <summary>Entries that nobody sealed although a minute has passed, or although entries written after them are sealed for a minute.</summary>
    public const string NeverSealed = """
        SELECT a.entry_id
        FROM audit_entry AS a
        WHERE NOT EXISTS (SELECT 1 FROM audit_seal AS s WHERE s.entry_id = a.entry_id)
          AND (a.at < clock_timestamp() - interval '60 seconds'
            OR a.entry_id < (SELECT max(s.entry_id) FROM audit_seal AS s WHERE s.sealed_at < clock_timestamp() - interval '60 seconds'))
        ORDER BY a.entry_id
        LIMIT 1
        """;

    /// <summary>Erasures that have no seal yet: what they name is erased in the same transaction.</summary>
    public const string ErasedUnsealed = """
        SELECT a.detail::text
        FROM audit_entry AS a
        WHERE a.action = 'audit.erased'
          AND NOT EXISTS (SELECT 1 FROM audit_seal AS s WHERE s.entry_id = a.entry_id)
        """;

    public const string Count = "SELECT COALESCE(max(seal_no), 0) FROM audit_seal";

    /// <summary>The last head, for who keeps it.</summary>
    public const string Present = """
        SELECT
            seal_no,
            encode(head, 'hex') AS head
        FROM audit_seal
        ORDER BY seal_no DESC
        LIMIT 1
        """;
}
