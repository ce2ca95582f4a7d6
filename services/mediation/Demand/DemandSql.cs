namespace Cnaim.Mediation.Demand;

internal static class DemandSql
{
    public const string Count = """
        INSERT INTO language_demand (
            language,
            centre,
            hour,
            outcome,
            found_nobody)
        VALUES (
            @language,
            @centre,
            @hour,
            @outcome,
            1)
        ON CONFLICT (language, centre, hour, outcome) DO UPDATE
        SET found_nobody = language_demand.found_nobody + 1
        """;

    public const string Read = """
        SELECT
            language,
            centre,
            outcome,
            sum(found_nobody) AS count
        FROM language_demand
        WHERE hour >= @from
          AND hour < @until
          AND (@centre::text IS NULL OR centre = @centre)
        GROUP BY
            language,
            centre,
            outcome
        ORDER BY
            language,
            centre,
            outcome
        """;
}
