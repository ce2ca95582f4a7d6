using System.Text.RegularExpressions;

namespace Cnaim.Servers;

// Names and passwords cannot be parameters of these statements: both are checked to be harmless.
internal static partial class DatabaseSql
{
    public const string Exists = """
        SELECT
            1
        FROM pg_database
        WHERE datname = @name
        """;

    public const string CloseShared = """
        REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC
        """;

    public static string EnsureRole(string name, string password) => $"""
        DO $role$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{Safe(name)}') THEN
                CREATE ROLE {Safe(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '{Safe(password)}';
            ELSE
                ALTER ROLE {Safe(name)} LOGIN PASSWORD '{Safe(password)}';
            END IF;
        END $role$
        """;

    public static string CreateDatabase(string name) => $"CREATE DATABASE {Safe(name)} OWNER {Safe(name)}";

    public static string CloseDatabase(string name) => $"""
        REVOKE ALL ON DATABASE {Safe(name)} FROM PUBLIC
        """;

    private static string Safe(string text) =>
        Harmless().IsMatch(text) ? text : throw new ArgumentException("A name or password has characters that are not allowed in a statement.", nameof(text));

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Harmless();
}
