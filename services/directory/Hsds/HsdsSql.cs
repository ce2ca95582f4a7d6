namespace Cnaim.Directory.Hsds;

internal static class HsdsSql
{
    public const string Count = """
        SELECT count(id)
        FROM hsds_resource
        WHERE kind = @Kind
            AND (@Search IS NULL OR strpos(search_text, @Search) > 0)
            AND related @> @Related
            AND (NOT @TopOnly OR document ->> 'parent_id' IS NULL)
        """;

    public const string Page = """
        SELECT (CASE WHEN @Full THEN nested ELSE document END)::text
        FROM hsds_resource
        WHERE kind = @Kind
            AND (@Search IS NULL OR strpos(search_text, @Search) > 0)
            AND related @> @Related
            AND (NOT @TopOnly OR document ->> 'parent_id' IS NULL)
        ORDER BY position
        OFFSET @Offset
        LIMIT @PerPage
        """;

    public const string Find = """
        SELECT nested::text
        FROM hsds_resource
        WHERE kind = @kind
            AND id = @id
        """;
}
