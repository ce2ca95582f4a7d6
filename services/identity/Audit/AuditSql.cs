namespace Cnaim.Identity.Audit;

internal static class AuditSql
{
    public const string Add = """
        INSERT INTO audit_entry (subject, office, centre, role, action, record_kind, record_id, detail)
        VALUES (@Subject, @Office, @Centre, @Role, @action, @recordKind, @recordId, CAST(@detail AS jsonb))
        """;
}
