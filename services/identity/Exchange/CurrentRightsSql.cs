namespace Cnaim.Identity.Exchange;

internal static class CurrentRightsSql
{
    public const string IsVersion = """
        SELECT count(*) > 0
        FROM staff
        WHERE staff_id = @staffId
            AND rights_version = @version
            AND disabled_at IS NULL
        """;
}
