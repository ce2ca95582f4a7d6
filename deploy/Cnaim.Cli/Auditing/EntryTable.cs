using System.Globalization;
using Cnaim.Cli.Output;
using Spectre.Console;

namespace Cnaim.Cli.Auditing;

internal static class EntryTable
{
    public static void Print(IReadOnlyList<ShownEntry> entries)
    {
        var table = new Table { Border = TableBorder.Minimal };
        foreach (var column in (string[])["Seal", "At (UTC)", "Who", "Role", "Action", "Record", "Purpose"])
        {
            table.AddColumn(column);
        }

        foreach (var entry in entries)
        {
            table.AddRow([.. Cells(entry).Select(cell => new Text(cell))]);
        }

        Terminal.Out.Write(table);
        Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{entries.Count} entries, the newest first"));
    }

    private static IEnumerable<string> Cells(ShownEntry entry) =>
    [
        entry.SealNo?.ToString(CultureInfo.InvariantCulture) ?? "-",
        entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        entry.Centre.Length > 0 ? $"{entry.Subject} ({entry.Office}@{entry.Centre})" : $"{entry.Subject} ({entry.Office})",
        entry.Role,
        entry.Action,
        $"{entry.RecordKind}/{entry.RecordId}",
        entry.Purpose ?? "",
    ];
}
