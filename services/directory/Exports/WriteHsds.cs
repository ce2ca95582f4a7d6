using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Cnaim.ServiceDefaults.Tables;
using Dapper;
using Npgsql;

namespace Cnaim.Directory.Exports;

/// <summary>The whole directory as the tables of HSDS 3, in one archive.</summary>
internal sealed class WriteHsds(NpgsqlDataSource database)
{
    // The same content is the same file.
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<byte[]> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Kind, string Document)>(new CommandDefinition(ExportSql.Resources, cancellationToken: cancellationToken));
        var resources = rows.ToLookup(row => row.Kind, row => JsonNode.Parse(row.Document)!.AsObject(), StringComparer.Ordinal);
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in HsdsTables.All.GroupBy(table => table.File, StringComparer.Ordinal))
            {
                Add(archive, table.Key, table.First().Fields, table.SelectMany(part => part.Rows(resources[part.Kind])));
            }
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive archive, string name, IEnumerable<string?> fields, IEnumerable<IEnumerable<string?>> rows)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Epoch;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var row in rows.Prepend(fields))
        {
            writer.Write(Csv.Line(row));
        }
    }
}
