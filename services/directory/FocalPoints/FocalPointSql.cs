namespace Cnaim.Directory.FocalPoints;

internal static class FocalPointSql
{
    public const string OneAtATime = "focal_point_one_at_a_time";

    public const string OneRequest = "focal_point_request_key_key";

    public const string Select = """
        SELECT
            focal_point_id,
            centre,
            office,
            holder,
            valid_from,
            valid_to,
            version
        FROM focal_point
        """;

    public const string List = Select + "\n" + """
        WHERE (@centre::text IS NULL OR centre = @centre)
          AND (@office::text IS NULL OR office = @office)
        ORDER BY
            centre,
            office,
            valid_from DESC
        LIMIT 2000
        """;

    public const string Find = Select + "\nWHERE focal_point_id = @id";

    public const string Lock = Find + "\nFOR UPDATE";

    public const string OfRequest = Select + "\nWHERE request_key = @requestKey";

    /// <summary>The local day of a centre; nothing where it has no such office.</summary>
    public const string Today = """
        SELECT (@now::timestamptz AT TIME ZONE c.time_zone)::date
        FROM office_at_centre AS o
        JOIN centre AS c ON c.code = o.centre
        WHERE o.centre = @centre
          AND o.office = @office
        """;

    public const string Insert = """
        INSERT INTO focal_point (
            focal_point_id,
            centre,
            office,
            holder,
            valid_from,
            valid_to,
            request_key,
            added_by,
            added_at)
        VALUES (
            @FocalPointId,
            @Centre,
            @Office,
            @Holder,
            @ValidFrom,
            @ValidTo,
            @requestKey,
            @subject,
            @now)
        """;

    public const string End = """
        UPDATE focal_point
        SET
            valid_to = @lastDay,
            version = version + 1,
            ended_by = @subject,
            ended_at = @now
        WHERE focal_point_id = @id
        """;
}
