namespace Cnaim.Identity.Staff;

internal static class SeedStaffSql
{
    public const string Demo = "SELECT account FROM staff WHERE account LIKE 'demo-%'";

    /// <summary>A database that was a sandbox's has demo accounts; in production nobody signs in with them.</summary>
    public const string DisableDemo = """
        UPDATE staff SET disabled_at = now(), rights_version = rights_version + 1
        WHERE account LIKE 'demo-%'
            AND disabled_at IS NULL
        """;
}
