namespace Cnaim.Directory.Loading;

internal static class LoadSql
{
    public const string Lock = "SELECT pg_advisory_xact_lock(hashtext('directory_version'))";

    public const string Checksum = "SELECT checksum FROM directory_version";

    public const string Clear = """
        DELETE FROM deadline;
        DELETE FROM office_at_centre;
        DELETE FROM centre;
        DELETE FROM office_request;
        DELETE FROM office;
        DELETE FROM municipality;
        DELETE FROM hsds_resource;
        """;

    public const string SaveChecksum = """
        INSERT INTO directory_version (checksum, loaded_at)
        VALUES (@Checksum, @now)
        ON CONFLICT (only_one) DO UPDATE SET
            checksum = excluded.checksum,
            loaded_at = excluded.loaded_at
        """;

    public const string Municipality = """
        INSERT INTO municipality (dico, name, district, autonomous_region, nuts2, nuts3)
        VALUES (@Dico, @Name, @District, @AutonomousRegion, @Nuts2, @Nuts3)
        """;

    public const string Office = """
        INSERT INTO office (code, kind, name_en, name_pt, sensitivity)
        VALUES (@Code, @Kind, @NameEn, @NamePt, @Sensitivity)
        """;

    public const string OfficeRequest = """
        INSERT INTO office_request (code, office, position, label_en, label_pt, status_blind)
        VALUES (@Code, @Office, @Position, @LabelEn, @LabelPt, @StatusBlind)
        """;

    public const string Centre = """
        INSERT INTO centre (
            code, name, kind, status, is_open, dico, time_zone,
            opening_hours, opening_hours_assumed, municipal_holiday, municipal_holiday_assumed)
        VALUES (
            @Code, @Name, @Kind, @Status, @IsOpen, @Dico, @TimeZone,
            @OpeningHours::jsonb, @OpeningHoursAssumed, NULL, true)
        """;

    public const string OfficeAtCentre = """
        INSERT INTO office_at_centre (centre, office, assumed, capacity, focal_point, focal_point_assumed)
        VALUES (@Centre, @Office, @Assumed, NULL, @FocalPoint, true)
        """;

    public const string Deadline = """
        INSERT INTO deadline (
            position, office, request, priority, acknowledge_amount, acknowledge_unit, resolve_amount, resolve_unit, assumed)
        VALUES (
            @Position, @Office, @Request, @Priority, @AcknowledgeAmount, @AcknowledgeUnit, @ResolveAmount, @ResolveUnit, @Assumed)
        """;

    public const string HsdsResource = """
        INSERT INTO hsds_resource (kind, id, position, search_text, related, document, nested)
        VALUES (@Kind, @Id, @Position, @SearchText, @Related, @Document::jsonb, @Nested::jsonb)
        """;
}
