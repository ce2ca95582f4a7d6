using Cnaim.Directory.Imports;

namespace Cnaim.Directory.Capacities;

/// <summary>The statements of <c>office_capacity</c>, and how every other statement reads it beside <c>office_at_centre AS o</c>.</summary>
internal static class CapacitySql
{
    public const string Join = "LEFT JOIN office_capacity AS p ON p.centre = o.centre AND p.office = o.office";

    /// <summary>What counts: what was written, also that there is no limit; else what the documents say.</summary>
    public const string Counts = "CASE WHEN p.centre IS NULL THEN o.capacity ELSE p.capacity END";

    private const string Rows = "unnest(@lines::integer[], @centres::text[], @offices::text[], @capacities::integer[]) AS r (line, centre, office, capacity)";

    /// <summary>Rows of which the office cannot be met at the centre.</summary>
    public const string UnknownOffices = $"""
        SELECT r.line
        FROM {Rows}
        {ImportSql.UnknownOffice}
        """;

    /// <summary>Writes what is not so already.</summary>
    public const string Write = $"""
        INSERT INTO office_capacity AS w (centre, office, capacity, written_by, written_at)
        SELECT
            r.centre,
            r.office,
            r.capacity,
            @subject,
            @now
        FROM {Rows}
        JOIN office_at_centre AS o ON o.centre = r.centre
            AND o.office = r.office
        {Join}
        WHERE r.capacity IS DISTINCT FROM {Counts}
        ON CONFLICT (centre, office) DO UPDATE
        SET
            capacity = excluded.capacity,
            version = w.version + 1,
            written_by = excluded.written_by,
            written_at = excluded.written_at
        """;
}
