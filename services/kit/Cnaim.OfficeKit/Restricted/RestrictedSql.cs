namespace Cnaim.OfficeKit.Restricted;

/// <summary>The statements of <c>record_staff</c>, and the condition that every read of a case or referral carries.</summary>
internal static class RestrictedSql
{
    /// <summary>A case, or the referral that it belongs to.</summary>
    public const string CaseIsSeen = """
        (@subject::text IS NULL
          OR EXISTS (SELECT 1 FROM record_staff AS n WHERE n.record_id = case_id AND n.subject = @subject)
          OR (@seesUnnamed AND NOT EXISTS (SELECT 1 FROM record_staff AS n WHERE n.record_id = case_id)))
        """;

    /// <summary>A referral that this office sent.</summary>
    public const string SentIsSeen = """
        (@subject::text IS NULL
          OR EXISTS (SELECT 1 FROM record_staff AS n WHERE n.record_id = referral_id AND n.subject = @subject)
          OR (@seesUnnamed AND NOT EXISTS (SELECT 1 FROM record_staff AS n WHERE n.record_id = referral_id)))
        """;

    public const string Clear = """
        DELETE FROM record_staff
        WHERE record_id = @recordId
        """;

    public const string Name = """
        INSERT INTO record_staff (
            record_id,
            subject,
            named_by,
            named_at)
        SELECT
            @recordId,
            subject,
            @namedBy,
            @namedAt
        FROM unnest(@staff) AS s (subject)
        ON CONFLICT DO NOTHING
        """;
}
