using System.Text;
using Dapper;
using Npgsql;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>Everything in a database that could tell who somebody is, and where it stands.</summary>
internal static class DatabaseValues
{
    // Partitions are read through their parents; times and small numbers identify nobody.
    private const string Columns = """
        SELECT
            c.oid::regclass::text AS "Table",
            quote_ident(a.attname) AS "Name",
            format_type(a.atttypid, NULL) AS "Type"
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p')
          AND NOT c.relispartition
          AND n.nspname NOT IN ('pg_catalog', 'information_schema')
          AND format_type(a.atttypid, NULL) ~ '^(text|character varying|uuid|bytea|jsonb?|bigint|integer|numeric)'
        ORDER BY 1, a.attnum
        """;

    // A denied look keeps what was asked for: the caller brought it, and was told nothing.
    private const string Shown = " AND action NOT LIKE '%-denied'";

    /// <summary>Tokens of the values of every column, each with the first column it was found in.</summary>
    public static async Task<Dictionary<string, string>> ReadAsync(string connectionString, Func<string, IEnumerable<string>> tokensOf)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (table, name, type) in (await connection.QueryAsync<(string Table, string Name, string Type)>(Columns)).AsList())
        {
            var value = type is "bytea" ? name : name + "::text";
            var known = table is "audit_entry" ? Shown : "";
            await using var command = new NpgsqlCommand($"SELECT DISTINCT {value} FROM {table} WHERE {name} IS NOT NULL{known}", connection);
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                foreach (var token in tokensOf(type is "bytea" ? TextOf(reader.GetFieldValue<byte[]>(0)) : reader.GetString(0)))
                {
                    found.TryAdd(token, $"{table}.{name}");
                }
            }
        }

        return found;
    }

    // A message is text; what is encrypted or hashed is one value as a whole.
    private static string TextOf(byte[] bytes) => bytes is [(byte)'{', ..] ? Encoding.UTF8.GetString(bytes) : Convert.ToHexStringLower(bytes);
}
