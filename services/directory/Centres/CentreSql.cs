namespace Cnaim.Directory.Centres;

internal static class CentreSql
{
    public const string List = """
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
                        'capacity', o.capacity,
                        'focalPoint', o.focal_point,
                        'focalPointAssumed', o.focal_point_assumed)
                    ORDER BY o.office) FILTER (WHERE o.office IS NOT NULL),
                '[]')::text AS offices
        FROM centre AS c
        LEFT JOIN office_at_centre AS o ON o.centre = c.code
        WHERE (@code::text IS NULL OR c.code = @code)
            AND (@after::text IS NULL OR c.code > @after)
        GROUP BY c.code
        ORDER BY c.code
        LIMIT @limit
        """;
}
