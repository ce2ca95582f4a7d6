namespace Cnaim.Screening.Identifiers;

internal static class IdentifierSql
{
    public const string AddKey = """
        INSERT INTO identifier_key (identifier_key_id, secret)
        VALUES (1, @secret)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Beside others who hash; a rotation waits for them, and they for it.</summary>
    public const string HoldKey = "SELECT secret FROM identifier_key FOR SHARE";

    public const string LockKey = "SELECT secret FROM identifier_key FOR UPDATE";

    public const string NewKey = """
        UPDATE identifier_key
        SET secret = @secret,
            created_at = clock_timestamp()
        """;

    public const string Next = """
        SELECT
            identifier_id,
            type,
            country,
            content,
            value_hash,
            recorded_at
        FROM person_identifier
        WHERE identifier_id > @after
        ORDER BY identifier_id
        LIMIT 1000
        """;

    public const string HashAgain = """
        UPDATE person_identifier AS i
        SET value_hash = fresh.value_hash
        FROM unnest(@ids, @hashes) AS fresh (identifier_id, value_hash)
        WHERE i.identifier_id = fresh.identifier_id
        """;

    public const string Insert = """
        INSERT INTO person_identifier (identifier_id, person_id, office, type, country, content, value_hash, recorded_by, recorded_at)
        VALUES (@identifierId, @personId, @office, @type, @country, @content, @valueHash, @recordedBy, @now)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Those that the office itself was shown.</summary>
    public const string OfPerson = """
        SELECT
            identifier_id,
            type,
            country,
            content,
            value_hash,
            recorded_at
        FROM person_identifier
        WHERE person_id = @personId
          AND office = @office
        ORDER BY identifier_id
        LIMIT 200
        """;

    public const string Remove = """
        DELETE FROM person_identifier
        WHERE identifier_id = @identifierId
          AND person_id = @personId
          AND office = @office
        """;

    /// <summary>The person as a whole has another version.</summary>
    public const string Touch = """
        UPDATE person
        SET version = version + 1,
            updated_at = @now
        WHERE person_id = @personId
        RETURNING version
        """;

    public const string StaleKey = """
        SELECT
            ctid::text AS place,
            identifier_key_id::text AS key,
            secret AS stored
        FROM identifier_key
        WHERE ctid > @after::tid
          AND substr(secret, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    public const string ReplaceKey = """
        UPDATE identifier_key
        SET secret = @fresh
        WHERE ctid = @place::tid
          AND secret = @stored
        """;

    public const string StaleContent = """
        SELECT
            ctid::text AS place,
            identifier_id::text AS key,
            content AS stored
        FROM person_identifier
        WHERE ctid > @after::tid
          AND substr(content, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    public const string ReplaceContent = """
        UPDATE person_identifier
        SET content = @fresh
        WHERE ctid = @place::tid
          AND content = @stored
        """;
}
