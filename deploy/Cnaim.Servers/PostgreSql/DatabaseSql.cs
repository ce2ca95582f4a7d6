using System.Text.RegularExpressions;

namespace Cnaim.Servers;

// Names and passwords cannot be parameters of these statements: both are checked to be harmless.
internal static partial class DatabaseSql
{
    /// <summary>The role that owns a database; null where there is no such database.</summary>
    public const string Owner = """
        SELECT r.rolname
        FROM pg_database AS d
        JOIN pg_roles AS r ON r.oid = d.datdba
        WHERE d.datname = @name
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

    /// <summary>An administrator that is no superuser can give a database only to a role that it is a member of.</summary>
    public static string Join(string name) => $"""
        DO $join$ BEGIN
            IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
                GRANT {Safe(name)} TO CURRENT_USER;
            END IF;
        END $join$
        """;

    public static string CreateDatabase(string name, string owner) => $"CREATE DATABASE {Safe(name)} OWNER {Safe(owner)}";

    /// <summary>Inside the database: everything that one role owns there, and the database itself, goes to another.</summary>
    public static string TakeOver(string from, string to) => $"REASSIGN OWNED BY {Safe(from)} TO {Safe(to)}";

    /// <summary>Nobody but its owner can create anything; the roles that are named may connect.</summary>
    public static string CloseDatabase(string name, IEnumerable<string> visitors) => $"""
        REVOKE ALL ON DATABASE {Safe(name)} FROM PUBLIC;
        {string.Join('\n', visitors.Select(visitor => $"REVOKE ALL ON DATABASE {Safe(name)} FROM {Safe(visitor)}; GRANT CONNECT ON DATABASE {Safe(name)} TO {Safe(visitor)};"))}
        """;

    private static string Safe(string text) =>
        Harmless().IsMatch(text) ? text : throw new ArgumentException("A name or password has characters that are not allowed in a statement.", nameof(text));

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Harmless();
}
