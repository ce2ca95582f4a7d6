namespace Cnaim.Data.Migrations;

internal static class MigrationSql
{
    public const string Lock = "SELECT pg_advisory_lock(7740, 1)";

    public const string Unlock = "SELECT pg_advisory_unlock(7740, 1)";

    public const string CreateTable = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number int PRIMARY KEY,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT clock_timestamp())
        """;

    public const string Exists = "SELECT to_regclass('public.schema_migration') IS NOT NULL";

    public const string Applied = """
        SELECT
            number,
            name,
            checksum
        FROM schema_migration
        """;

    public const string Insert = """
        INSERT INTO schema_migration (number, name, checksum)
        VALUES (@Number, @Name, @Checksum)
        """;
}
