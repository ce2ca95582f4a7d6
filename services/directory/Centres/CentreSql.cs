using Cnaim.Directory.Capacities;

namespace Cnaim.Directory.Centres;

internal static class CentreSql
{
    public const string List = $"""
        SELECT
            c.code,
            c.name,
            c.kind,
            c.status,
            c.is_open,
            c.dico,
            c.time_zone,
            c.opening_hours::text AS opening_hours,
            c.opening_hours_assumed,
            c.municipal_holiday,
            c.municipal_holiday_assumed,
            coalesce(
                jsonb_agg(
                    jsonb_build_object(
                        'office', o.office,
                        'assumed', o.assumed,
                        'capacity', {CapacitySql.Counts},
                        'focalPoint', coalesce(f.holder, o.focal_point),
                        'focalPointAssumed', f.holder IS NULL AND o.focal_point_assumed,
                        'focalPointUntil', f.valid_to)
                    ORDER BY o.office) FILTER (WHERE o.office IS NOT NULL),
                '[]')::text AS offices
        FROM centre AS c
        LEFT JOIN office_at_centre AS o ON o.centre = c.code
        {CapacitySql.Join}
        LEFT JOIN focal_point AS f ON f.centre = o.centre
            AND f.office = o.office
            AND daterange(f.valid_from, f.valid_to + 1) @> (@now::timestamptz AT TIME ZONE c.time_zone)::date
        WHERE (@code::text IS NULL OR c.code = @code)
            AND (@after::text IS NULL OR c.code > @after)
        GROUP BY c.code
        ORDER BY c.code
        LIMIT @limit
        """;

    /// <summary>One digest over the focal points of today, which is another at midnight too, and how often a capacity was written.</summary>
    public const string Present = """
        SELECT concat_ws(
            '.',
            (SELECT coalesce(md5(string_agg(concat_ws('/', f.focal_point_id, f.version), ' ' ORDER BY f.focal_point_id)), 'none')
            FROM focal_point AS f
            JOIN centre AS c ON c.code = f.centre
            WHERE daterange(f.valid_from, f.valid_to + 1) @> (@now::timestamptz AT TIME ZONE c.time_zone)::date),
            (SELECT coalesce(sum(version), 0) FROM office_capacity))
        """;
}
