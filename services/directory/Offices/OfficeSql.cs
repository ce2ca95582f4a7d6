namespace Cnaim.Directory.Offices;

internal static class OfficeSql
{
    public const string List = """
        SELECT
            o.code,
            o.kind,
            o.name_pt,
            o.name_en,
            o.sensitivity,
            coalesce(
                jsonb_agg(
                    jsonb_build_object(
                        'code', r.code,
                        'label', jsonb_build_object('pt', r.label_pt, 'en', r.label_en),
                        'statusBlind', r.status_blind)
                    ORDER BY r.position) FILTER (WHERE r.code IS NOT NULL),
                '[]')::text AS requests
        FROM office AS o
        LEFT JOIN office_request AS r ON r.office = o.code
        GROUP BY o.code
        ORDER BY o.code
        """;
}
