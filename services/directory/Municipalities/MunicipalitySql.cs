namespace Cnaim.Directory.Municipalities;

internal static class MunicipalitySql
{
    public const string List = """
        SELECT
            dico,
            name,
            district,
            autonomous_region,
            nuts2,
            nuts3
        FROM municipality
        WHERE @after::text IS NULL OR dico > @after
        ORDER BY dico
        LIMIT @limit
        """;
}
