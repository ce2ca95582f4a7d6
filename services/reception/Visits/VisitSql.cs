namespace Cnaim.Reception.Visits;

internal static class VisitSql
{
    private const string IsOver = "left_at < @endedBefore AND person_ref IS NOT NULL";

    public const string Erase = """
        UPDATE visit
        SET person_ref = NULL
        WHERE person_ref = ANY (@references)
        """;

    public const string Count = $"""
        SELECT count(visit_id)
        FROM visit
        WHERE {IsOver}
        """;

    public const string Forget = $"""
        UPDATE visit
        SET person_ref = NULL
        WHERE visit_id IN (
            SELECT visit_id
            FROM visit
            WHERE {IsOver}
            ORDER BY left_at
            LIMIT @limit
            FOR UPDATE SKIP LOCKED)
        """;
}
