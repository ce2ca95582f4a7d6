namespace Cnaim.Screening.Duplicates;

internal static class DuplicateSql
{
    /// <summary>What the office has said of the two so far; whoever decides meanwhile waits.</summary>
    public const string Lock = """
        SELECT
            person_duplicate_id,
            kept_id,
            other_id,
            status,
            proposed_by,
            decided_by
        FROM person_duplicate
        WHERE office = @office
          AND LEAST(kept_id, other_id) = LEAST(@keptId, @otherId)
          AND GREATEST(kept_id, other_id) = GREATEST(@keptId, @otherId)
        FOR UPDATE
        """;

    /// <summary>True when one of the two is in another merge such that there would be a chain.</summary>
    public const string IsChained = """
        SELECT EXISTS (
            SELECT 1
            FROM person_duplicate
            WHERE office = @office
              AND status = 'marked-duplicate'
              AND (other_id = @keptId OR other_id = @otherId OR kept_id = @otherId))
        """;

    public const string Save = """
        INSERT INTO person_duplicate AS d (
            person_duplicate_id, office, kept_id, other_id, status, proposed_by, proposed_at, decided_by, decided_at)
        VALUES (
            @personDuplicateId, @office, @keptId, @otherId, @status, @proposedBy, @now, @decidedBy, @decidedAt)
        ON CONFLICT (office, LEAST(kept_id, other_id), GREATEST(kept_id, other_id)) DO UPDATE SET
            kept_id = EXCLUDED.kept_id,
            other_id = EXCLUDED.other_id,
            status = EXCLUDED.status,
            proposed_by = EXCLUDED.proposed_by,
            proposed_at = CASE WHEN EXCLUDED.decided_by IS NULL THEN EXCLUDED.proposed_at ELSE d.proposed_at END,
            decided_by = EXCLUDED.decided_by,
            decided_at = EXCLUDED.decided_at
        """;

    /// <summary>The records that the office merged with one, as far as the caller could read each alone: a merge opens nothing.</summary>
    public const string MergedWith = $"""
        SELECT
            p.person_id,
            p.process_number,
            r.ref,
            d.other_id = @personId AS is_kept
        FROM person_duplicate AS d
        JOIN person AS p ON p.person_id = CASE WHEN d.kept_id = @personId THEN d.other_id ELSE d.kept_id END
        JOIN LATERAL (
            SELECT ref
            FROM person_ref
            WHERE person_id = p.person_id
              AND office = @office
            ORDER BY key_version DESC
            LIMIT 1) AS r ON true
        WHERE d.office = @office
          AND d.status = 'marked-duplicate'
          AND (d.kept_id = @personId OR d.other_id = @personId)
          AND {People.PeopleSql.KnownHere}
          AND {People.PeopleSql.SeenBy}
        ORDER BY p.person_id
        LIMIT 20
        """;

    /// <summary>True in a search when the office keeps another record instead of <c>p</c>, which this centre knows too.</summary>
    public const string IsMerged = """
        EXISTS (
            SELECT 1
            FROM person_duplicate AS d
            JOIN person_centre AS k ON k.person_id = d.kept_id AND k.office = d.office
            WHERE d.other_id = p.person_id
              AND d.office = @office
              AND d.status = 'marked-duplicate'
              AND (k.centre = @centre OR @centre = ''))
        """;

    /// <summary>What waits for somebody to decide about one record.</summary>
    public const string Open = """
        SELECT
            CASE WHEN kept_id = @personId THEN other_id ELSE kept_id END AS person_id,
            other_id = @personId AS is_kept,
            status,
            proposed_by,
            proposed_at
        FROM person_duplicate
        WHERE office = @office
          AND status IN ('proposed', 'unsure')
          AND (kept_id = @personId OR other_id = @personId)
        LIMIT 100
        """;

    /// <summary>What waits at a centre that knows both records; one that is for named staff only waits in no list.</summary>
    public const string Waiting = """
        SELECT
            d.person_duplicate_id,
            d.status,
            d.proposed_by,
            d.proposed_at,
            k.process_number AS kept_number,
            o.process_number AS other_number,
            (SELECT ref FROM person_ref WHERE person_id = d.kept_id AND office = d.office ORDER BY key_version DESC LIMIT 1) AS kept_ref,
            (SELECT ref FROM person_ref WHERE person_id = d.other_id AND office = d.office ORDER BY key_version DESC LIMIT 1) AS other_ref
        FROM person_duplicate AS d
        JOIN person AS k ON k.person_id = d.kept_id
        JOIN person AS o ON o.person_id = d.other_id
        WHERE d.office = @office
          AND d.status IN ('proposed', 'unsure')
          AND NOT k.is_protected
          AND NOT o.is_protected
          AND EXISTS (SELECT 1 FROM person_centre AS c WHERE c.office = d.office AND c.person_id = d.kept_id AND (c.centre = @centre OR @centre = ''))
          AND EXISTS (SELECT 1 FROM person_centre AS c WHERE c.office = d.office AND c.person_id = d.other_id AND (c.centre = @centre OR @centre = ''))
          AND (@after::uuid IS NULL OR d.person_duplicate_id > @after)
        ORDER BY d.person_duplicate_id
        LIMIT @limit
        """;

    /// <summary>The people whom the office has already decided about beside one.</summary>
    public const string Decided = """
        SELECT CASE WHEN kept_id = @personId THEN other_id ELSE kept_id END
        FROM person_duplicate
        WHERE office = @office
          AND status NOT IN ('proposed', 'unsure')
          AND (kept_id = @personId OR other_id = @personId)
        LIMIT 1000
        """;
}
