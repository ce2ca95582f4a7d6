namespace Cnaim.Identity.RightsFeed;

internal static class RightsSql
{
    // Changes queue here, so that a lower number is never committed after a higher one was read.
    public const string Add = """
        WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('rights_change')))
        INSERT INTO rights_change (subject)
        SELECT @subject
        FROM turn
        """;

    public const string Last = "SELECT coalesce(max(number), 0) FROM rights_change";

    public const string After = """
        SELECT
            number,
            subject
        FROM rights_change
        WHERE number > @after
        ORDER BY number
        LIMIT 1000
        """;
}
