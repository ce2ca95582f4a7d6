namespace Cnaim.Directory.Exports;

internal static class ExportSql
{
    public const string Resources = """
        SELECT
            kind,
            document::text AS document
        FROM hsds_resource
        ORDER BY
            kind,
            position
        """;
}
