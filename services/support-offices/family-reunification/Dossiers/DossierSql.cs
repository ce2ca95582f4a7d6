namespace Cnaim.FamilyReunification.Dossiers;

internal static class DossierSql
{
    public const string CaseIsOpen = """
        SELECT is_open
        FROM case_summary
        WHERE case_id = @caseId
          AND centre = @centre
        """;

    public const string Load = """
        SELECT
            monthly_income,
            lodging_proved,
            lodging_persons,
            version
        FROM family_dossier
        WHERE case_id = @caseId
        """;

    public const string LoadRelatives = """
        SELECT
            person_ref AS person_id,
            is_adult,
            already_in_household
        FROM family_relative
        WHERE case_id = @caseId
        ORDER BY relative_no
        """;

    public const string Save = """
        INSERT INTO family_dossier (
            case_id,
            monthly_income,
            lodging_proved,
            lodging_persons,
            updated_at)
        VALUES (
            @caseId,
            @MonthlyIncome,
            @LodgingProved,
            @LodgingPersons,
            @now)
        ON CONFLICT (case_id) DO UPDATE
        SET
            monthly_income = EXCLUDED.monthly_income,
            lodging_proved = EXCLUDED.lodging_proved,
            lodging_persons = EXCLUDED.lodging_persons,
            updated_at = EXCLUDED.updated_at,
            version = family_dossier.version + 1
        """;

    public const string DeleteRelatives = """
        DELETE FROM family_relative
        WHERE case_id = @caseId
        """;

    public const string InsertRelative = """
        INSERT INTO family_relative (
            case_id,
            relative_no,
            person_ref,
            is_adult,
            already_in_household)
        VALUES (
            @caseId,
            @number,
            @PersonId,
            @IsAdult,
            @AlreadyInHousehold)
        """;

    public const string Erase = """
        DELETE FROM family_dossier
        WHERE case_id = ANY (@cases)
        """;

    public const string EraseRelative = """
        UPDATE family_relative
        SET person_ref = NULL
        WHERE person_ref = ANY (@references)
           OR messaging.is_erased(person_ref)
        """;
}
