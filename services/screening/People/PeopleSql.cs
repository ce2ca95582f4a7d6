namespace Cnaim.Screening.People;

internal static class PeopleSql
{
    public const string AddOfficeKey = """
        INSERT INTO office_key (office, version, secret)
        VALUES (@office, 1, @secret)
        ON CONFLICT DO NOTHING
        """;

    public const string CurrentOfficeKey = """
        SELECT
            version,
            secret
        FROM office_key
        WHERE office = @office
        ORDER BY version DESC
        LIMIT 1
        """;

    public const string NextNumber = """
        INSERT INTO process_sequence AS s (letter, year, last_number)
        VALUES (@letter, @year, 1)
        ON CONFLICT (letter, year) DO UPDATE SET last_number = s.last_number + 1
        RETURNING last_number
        """;

    public const string Insert = """
        INSERT INTO person (
            person_id, process_number, given_names, family_names, name_in_script, known_as, birth, born_first, born_last,
            nationalities, languages, search_name, registered_at, updated_at)
        VALUES (
            @personId, @processNumber, @givenNames, @familyNames, @nameInScript, @knownAs, @birth, @bornFirst, @bornLast,
            @nationalities, @languages, @searchName, @now, @now)
        """;

    public const string AddCentre = """
        INSERT INTO person_centre (office, centre, person_id, since)
        VALUES (@office, @centre, @personId, @now)
        ON CONFLICT DO NOTHING
        """;

    public const string AddRef = """
        INSERT INTO person_ref (office, ref, key_version, person_id)
        SELECT @office, @ref, @keyVersion, @personId
        WHERE NOT EXISTS (
            SELECT 1
            FROM person_ref
            WHERE office = @office
              AND person_id = @personId)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>The references of one person at one office, the newest first; all of them work.</summary>
    public const string RefsOf = """
        SELECT ref
        FROM person_ref
        WHERE office = @office
          AND person_id = @personId
        ORDER BY key_version DESC
        """;

    public const string NextOfficeKey = """
        INSERT INTO office_key (office, version, secret)
        SELECT @office, COALESCE(MAX(version), 0) + 1, @secret
        FROM office_key
        WHERE office = @office
        RETURNING version
        """;

    /// <summary>People whom the office knows by an earlier key only.</summary>
    public const string WithoutRef = """
        SELECT DISTINCT person_id
        FROM person_ref AS r
        WHERE office = @office
          AND NOT EXISTS (
            SELECT 1
            FROM person_ref AS n
            WHERE n.office = r.office
              AND n.person_id = r.person_id
              AND n.key_version >= @version)
        LIMIT 500
        """;

    public const string Reissue = """
        INSERT INTO person_ref (office, ref, key_version, person_id)
        SELECT @office, ref, @version, person_id
        FROM unnest(@refs, @people) AS r (ref, person_id)
        ON CONFLICT DO NOTHING
        """;

    private const string Columns = """
            p.person_id,
            p.process_number,
            p.given_names,
            p.family_names,
            p.name_in_script,
            p.known_as,
            p.birth,
            p.born_first,
            p.born_last,
            p.nationalities,
            p.languages,
            p.search_name,
            p.is_protected,
            p.version
        """;

    /// <summary>A service acts for its whole office and names no centre.</summary>
    public const string KnownHere = """
        EXISTS (
            SELECT 1
            FROM person_centre AS c
            WHERE c.office = @office
              AND c.person_id = p.person_id
              AND (c.centre = @centre OR @centre = ''))
        """;

    /// <summary>A protected record is seen by the staff named for it and nobody else; the same plan for everybody.</summary>
    public const string SeenBy = """
        (NOT p.is_protected OR EXISTS (
            SELECT 1
            FROM person_staff AS n
            WHERE n.person_id = p.person_id
              AND n.office = @office
              AND n.subject = @subject))
        """;

    public const string Find = $"""
        SELECT
        {Columns}
        FROM person_ref AS r
        JOIN person AS p ON p.person_id = r.person_id
        WHERE r.office = @office
          AND r.ref = @ref
          AND {KnownHere}
          AND {SeenBy}
        """;

    /// <summary>For consents, which every counter that knows the person's reference may record and withdraw.</summary>
    public const string FindByRef = $"""
        {FindForDisclosure}
          AND {SeenBy}
        """;

    /// <summary>For what a law or an emergency opens, whoever is named.</summary>
    public const string FindForDisclosure = """
        SELECT
            p.person_id,
            p.born_first
        FROM person_ref AS r
        JOIN person AS p ON p.person_id = r.person_id
        WHERE r.office = @office
          AND r.ref = @ref
        """;

    public const string FindForEmergency = """
        SELECT
            person_id,
            born_first
        FROM person
        WHERE process_number = @processNumber
        """;

    public const string Search = $"""
        SELECT
        {Columns},
            (SELECT ref FROM person_ref WHERE person_id = p.person_id AND office = @office ORDER BY key_version DESC LIMIT 1) AS ref
        FROM person AS p
        WHERE p.search_name % @name
          AND NOT p.is_protected
          AND {KnownHere}
          AND NOT {Duplicates.DuplicateSql.IsMerged}
        ORDER BY similarity(p.search_name, @name) DESC, p.person_id
        LIMIT 50
        """;

    /// <summary>Who showed one of these numbers to this office, among people whom this centre knows.</summary>
    public const string SearchIdentifier = $"""
        SELECT
        {Columns},
            (SELECT ref FROM person_ref WHERE person_id = p.person_id AND office = @office ORDER BY key_version DESC LIMIT 1) AS ref
        FROM person AS p
        WHERE p.person_id IN (
            SELECT i.person_id
            FROM person_identifier AS i
            WHERE i.office = @office
              AND i.value_hash = ANY(@hashes))
          AND NOT p.is_protected
          AND {KnownHere}
          AND NOT {Duplicates.DuplicateSql.IsMerged}
        ORDER BY p.person_id
        LIMIT 50
        """;

    /// <summary>Some of those whom a search could find.</summary>
    public const string Others = $"""
        SELECT
        {Columns},
            (SELECT ref FROM person_ref WHERE person_id = p.person_id AND office = @office ORDER BY key_version DESC LIMIT 1) AS ref
        FROM person AS p
        WHERE p.person_id = ANY(@people)
          AND NOT p.is_protected
          AND {KnownHere}
          AND NOT {Duplicates.DuplicateSql.IsMerged}
        ORDER BY p.person_id
        LIMIT 50
        """;

    public const string FindByNumber = $"""
        SELECT
        {Columns}
        FROM person AS p
        WHERE p.process_number = @processNumber
          AND (@isIntake OR {KnownHere})
          AND {SeenBy}
        """;

    public const string Protect = """
        UPDATE person
        SET is_protected = @isProtected
        WHERE person_id = @personId
        """;

    /// <summary>Of one office, or of all when the protection is lifted.</summary>
    public const string RemoveStaff = """
        DELETE FROM person_staff
        WHERE person_id = @personId
          AND (@isLifted OR office = @office)
        """;

    public const string AddStaff = """
        INSERT INTO person_staff (person_id, office, subject, named_by, named_at)
        SELECT @personId, @office, subject, @namedBy, @now
        FROM unnest(@staff) AS s (subject)
        """;

    public const string Update = """
        UPDATE person
        SET given_names = @givenNames,
            family_names = @familyNames,
            name_in_script = @nameInScript,
            known_as = @knownAs,
            birth = @birth,
            born_first = @bornFirst,
            born_last = @bornLast,
            nationalities = @nationalities,
            languages = @languages,
            search_name = @searchName,
            version = version + 1,
            updated_at = @now
        WHERE person_id = @personId
          AND version = @version
        """;

    /// <summary>What is not under the present key, in the order of its place.</summary>
    public const string StaleOfficeKey = """
        SELECT
            ctid::text AS place,
            office AS key,
            secret AS stored
        FROM office_key
        WHERE ctid > @after::tid
          AND substr(secret, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    public const string ReplaceOfficeKey = """
        UPDATE office_key
        SET secret = @fresh
        WHERE ctid = @place::tid
          AND secret = @stored
        """;
}
