using Cnaim.Directory.FocalPoints;

namespace Cnaim.Directory.Imports;

internal static class ImportSql
{
    private const string Columns = """
            import_id,
            kind,
            is_dry_run,
            content,
            only_centre,
            subject,
            office,
            centre,
            role,
            state,
            rows_total,
            rows_done,
            errors::text AS errors
        """;

    /// <summary>All that a centre has, or the network.</summary>
    public const string Export = FocalPointSql.Select + "\n" + """
        WHERE @onlyCentre::text IS NULL OR centre = @onlyCentre
        ORDER BY
            centre,
            office,
            valid_from
        """;

    /// <summary>What nobody asks about any more goes.</summary>
    public const string Tidy = "DELETE FROM import WHERE finished_at < @before";

    /// <summary>No row where the same request was made before.</summary>
    public const string Add = """
        INSERT INTO import (import_id, kind, request_key, is_dry_run, content, only_centre, subject, office, centre, role, requested_at)
        VALUES (@importId, @kind, @requestKey, @isDryRun, @content, @onlyCentre, @Subject, @Office, @Centre, @Role, @now)
        ON CONFLICT (request_key) DO NOTHING
        """;

    public const string OfRequest = $"""
        SELECT
        {Columns}
        FROM import
        WHERE request_key = @requestKey
        """;

    /// <summary>Who asked sees it, and nobody else.</summary>
    public const string Find = $"""
        SELECT
        {Columns}
        FROM import
        WHERE import_id = @id
          AND kind = @kind
          AND subject = @Subject
        """;

    public const string Lease = $"""
        UPDATE import
        SET
            state = 'reading',
            leased_until = clock_timestamp() + interval '1 minute'
        WHERE import_id = (
            SELECT import_id
            FROM import
            WHERE finished_at IS NULL
              AND (leased_until IS NULL OR leased_until < clock_timestamp())
            ORDER BY requested_at
            LIMIT 1
            FOR UPDATE SKIP LOCKED)
        RETURNING
        {Columns}
        """;

    public const string Progress = """
        UPDATE import
        SET
            rows_total = @total,
            rows_done = @done,
            leased_until = clock_timestamp() + interval '1 minute'
        WHERE import_id = @ImportId
          AND finished_at IS NULL
        """;

    public const string Finish = """
        UPDATE import
        SET
            state = @state,
            content = NULL,
            rows_total = @total,
            rows_done = @done,
            errors = @errors::jsonb,
            leased_until = NULL,
            finished_at = @now
        WHERE import_id = @ImportId
          AND finished_at IS NULL
        """;

    private const string Rows = "unnest(@lines::integer[], @centres::text[], @offices::text[], @holders::text[], @froms::date[], @tos::date[], @keys::text[], @ids::uuid[]) AS r (line, centre, office, holder, valid_from, valid_to, request_key, id)";

    /// <summary>The end of a question for rows <c>r</c> of which the office cannot be met at the centre.</summary>
    public const string UnknownOffice = """
        LEFT JOIN office_at_centre AS o ON o.centre = r.centre
            AND o.office = r.office
        WHERE o.centre IS NULL
        ORDER BY r.line
        LIMIT @most
        """;

    /// <summary>Rows of which the office cannot be met at the centre.</summary>
    public const string UnknownOffices = $"""
        SELECT r.line
        FROM {Rows}
        {UnknownOffice}
        """;

    /// <summary>What these centres have already.</summary>
    public const string Present = FocalPointSql.Select + "\nWHERE centre = ANY (@centres)";

    public const string Insert = $"""
        INSERT INTO focal_point (focal_point_id, centre, office, holder, valid_from, valid_to, request_key, added_by, added_at)
        SELECT
            r.id,
            r.centre,
            r.office,
            r.holder,
            r.valid_from,
            r.valid_to,
            r.request_key,
            @subject,
            @now
        FROM {Rows}
        """;
}
