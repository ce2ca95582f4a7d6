namespace Cnaim.Screening.Erasures;

/// <summary>
/// What screening holds of a person, table by table, and how it goes: a row that serves nothing without the person is deleted, one that counts, proves or is pointed to
/// loses its personal columns. A test fails for a table about a person that is not in this list.
/// </summary>
internal static class PersonalFieldsSql
{
    /// <summary>In this order: the references go before the person.</summary>
    public static IReadOnlyList<(string Category, string Table, string Sql)> All { get; } =
    [
        ("interviews", "interview", "DELETE FROM interview WHERE person_id = @personId"),
        ("notices", "notice", "DELETE FROM notice WHERE person_id = @personId"),
        ("named-staff", "person_staff", "DELETE FROM person_staff WHERE person_id = @personId"),
        ("centres", "person_centre", "DELETE FROM person_centre WHERE person_id = @personId"),
        ("identifiers", "person_identifier", "DELETE FROM person_identifier WHERE person_id = @personId"),
        ("duplicates", "person_duplicate", "DELETE FROM person_duplicate WHERE kept_id = @personId OR other_id = @personId"),
        ("references", "person_ref", "DELETE FROM person_ref WHERE person_id = @personId"),
        ("consents", "consent", """
            UPDATE consent
            SET given_by = CASE given_by WHEN 'law' THEN 'law' ELSE 'self' END,
                guardian_relation = NULL,
                language = 'und',
                evidence = 'erased'
            WHERE person_id = @personId
            """),
        ("disclosures", "disclosure", """
            UPDATE disclosure
            SET receiver_ref = '',
                issues = '{}'
            WHERE person_id = @personId
            """),
        ("identity", "person", """
            UPDATE person
            SET process_number = 'erased-' || person_id,
                given_names = '{}',
                family_names = '{}',
                name_in_script = NULL,
                known_as = NULL,
                birth = NULL,
                born_first = NULL,
                born_last = NULL,
                nationalities = '{}',
                languages = '{}',
                search_name = '',
                version = version + 1
            WHERE person_id = @personId
            """),
    ];

    /// <summary>Tables about a person whose rows have no personal column, or that are blanked in code.</summary>
    public static IReadOnlyList<string> Others { get; } = ["erasure", "emergency_access"];
}
