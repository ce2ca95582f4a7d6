using Cnaim.Directory.Capacities;

namespace Cnaim.Directory.Candidates;

internal static class CandidateSql
{
    public const string Office = """
        SELECT code FROM office WHERE code = @request
        UNION ALL
        SELECT office FROM office_request WHERE code = @request
        """;

    public const string AreaExists = "SELECT EXISTS (SELECT FROM municipality WHERE dico = @area)";

    // The borders agency is never a candidate: an open referral must not tell it about anybody.
    public const string List = $"""
        SELECT
            o.office,
            o.centre,
            {CapacitySql.Counts} AS capacity,
            CASE
                WHEN m.dico = a.dico THEN 0
                WHEN m.district = a.district OR m.autonomous_region = a.autonomous_region THEN 1
                WHEN m.nuts2 = a.nuts2 THEN 2
                ELSE 3
            END AS distance,
            o.assumed
        FROM office_at_centre AS o
        INNER JOIN centre AS c ON c.code = o.centre
        {CapacitySql.Join}
        LEFT JOIN municipality AS m ON m.dico = c.dico
        CROSS JOIN (SELECT dico, district, autonomous_region, nuts2, nuts3 FROM municipality WHERE dico = @area) AS a
        WHERE o.office = @office
            AND o.office <> 'borders'
            AND c.is_open
            AND coalesce({CapacitySql.Counts}, 1) > 0
        ORDER BY
            distance,
            (m.nuts3 = a.nuts3) DESC NULLS LAST,
            o.assumed,
            o.centre
        LIMIT 10
        """;
}
