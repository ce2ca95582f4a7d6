namespace Cnaim.Data.Protection;

/// <summary>The statements for one encrypted column; names come from the code, never from outside.</summary>
internal static class ReencryptionSql
{
    /// <summary>One replica at a time, to the end of the transaction.</summary>
    public const string TryLock = "SELECT pg_try_advisory_xact_lock(7741, 3)";

    public static string Stale(ProtectedField field) => $"""
        SELECT
            ctid::text AS place,
            {field.Key} AS key,
            {field.Column} AS stored
        FROM {field.Table}
        WHERE ctid > @after::tid
          AND substr({field.Column}, 1, octet_length(@header)) <> @header
        ORDER BY ctid
        LIMIT 200
        """;

    /// <summary>A row that changed meanwhile keeps its newer value, and is looked at again.</summary>
    public static string Replace(ProtectedField field) => $"""
        UPDATE {field.Table}
        SET {field.Column} = @fresh
        WHERE ctid = @place::tid
          AND {field.Column} = @stored
        """;
}
