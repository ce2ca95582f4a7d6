using System.Text.Json;
using Cnaim.ServiceDefaults.Tables;

namespace Cnaim.Directory.Imports;

/// <summary>The columns of a kind of file, in any order in the file; others are left alone.</summary>
/// <param name="Names">All that are read.</param>
/// <param name="Optional">The one that may be missing; null for none.</param>
internal sealed record ImportColumns(IReadOnlyList<string> Names, string? Optional = null)
{
    /// <summary>A list of objects as the same table. What an object does not have at its end is missing in its row too.</summary>
    public string OfJson(JsonElement items) => Csv.Line(Names) + string.Concat(items.EnumerateArray().Select(item => Csv.Line(CellsOf(item))));

    /// <summary>The order of the columns in a file; what is wrong when they are others.</summary>
    public (int[] Order, ImportError? Wrong) Head(CsvRow? head)
    {
        var order = Names.Select(column => head?.Cells.ToList().FindIndex(cell => string.Equals(cell, column, StringComparison.OrdinalIgnoreCase)) ?? -1).ToArray();
        var missing = Names.Where((column, index) => order[index] < 0 && !string.Equals(column, Optional, StringComparison.Ordinal)).ToList();
        return (order, missing.Count == 0 ? null : new ImportError(1, null, "The first line names the columns; missing: " + string.Join(", ", missing) + "."));
    }

    private IEnumerable<string?> CellsOf(JsonElement item) => Names.Reverse().SkipWhile(column => !item.TryGetProperty(column, out _)).Reverse().Select(column => Cell(item, column));

    private static string? Cell(JsonElement item, string column) => !item.TryGetProperty(column, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
