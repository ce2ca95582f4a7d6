using System.Text;
using Npgsql;

namespace Cnaim.Testing;

/// <summary>Looks for texts in every row of every table of a database, bytes included.</summary>
internal static class EveryTable
{
    private const string Tables = """
        SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p')
          AND NOT c.relispartition
          AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        ORDER BY 1
        """;

    /// <summary>Where one of the texts stands; use a role that may read everything.</summary>
    /// <param name="database">The owner's way into the database.</param>
    /// <param name="texts">What is looked for, without regard to case.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>Table and text for each hit; and how many tables were looked through.</returns>
    public static async Task<(IReadOnlyList<string> Hits, int Tables)> FindAsync(NpgsqlDataSource database, IReadOnlyCollection<string> texts, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand(Tables, connection))
        await using (var reader = await list.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var hits = new List<string>();
        foreach (var table in tables)
        {
            await using var find = new NpgsqlCommand(
                $"SELECT DISTINCT n FROM {table} AS t, unnest(@texts, @bytes) AS u (n, b) WHERE position(lower(n) IN lower(t::text)) > 0 OR position(b IN t::text) > 0", connection);
            find.Parameters.AddWithValue("texts", texts.ToArray());
            find.Parameters.AddWithValue("bytes", texts.Select(text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))).ToArray());
            await using var found = await find.ExecuteReaderAsync(cancellationToken);
            while (await found.ReadAsync(cancellationToken))
            {
                hits.Add($"{table}: {found.GetString(0)}");
            }
        }

        return (hits, tables.Count);
    }
}
