namespace Cnaim.Directory.Deadlines;

internal static class DeadlineSql
{
    private const string Columns = """
        office,
        request,
        priority,
        acknowledge_amount,
        acknowledge_unit,
        resolve_amount,
        resolve_unit,
        assumed
        """;

    public const string List = $"""
        SELECT {Columns}
        FROM deadline
        ORDER BY position
        """;

    public const string Effective = $"""
        SELECT DISTINCT ON (priority) {Columns}
        FROM deadline
        WHERE (office IS NULL OR office = @office)
            AND (request IS NULL OR request = @request)
        ORDER BY
            priority,
            request NULLS LAST,
            office NULLS LAST
        """;
}
