namespace Cnaim.Directory.Deadlines;

internal static class DeadlineSql
{
    public const string List = """
        SELECT
            office,
            request,
            priority,
            acknowledge_amount,
            acknowledge_unit,
            resolve_amount,
            resolve_unit,
            assumed
        FROM deadline
        ORDER BY position
        """;

    public const string Effective = """
        SELECT DISTINCT ON (priority)
            office,
            request,
            priority,
            acknowledge_amount,
            acknowledge_unit,
            resolve_amount,
            resolve_unit,
            assumed
        FROM deadline
        WHERE (office IS NULL OR office = @office)
            AND (request IS NULL OR request = @request)
        ORDER BY
            priority,
            request NULLS LAST,
            office NULLS LAST
        """;
}
