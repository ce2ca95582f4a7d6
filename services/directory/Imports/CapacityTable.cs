using System.Globalization;
using Cnaim.Directory.Capacities;
using Cnaim.ServiceDefaults.Tables;

namespace Cnaim.Directory.Imports;

/// <summary>Capacity as a table, and what is wrong with a row by itself or beside the others; without a database.</summary>
internal static class CapacityTable
{
    private const int Largest = 100_000;

    public static ImportColumns Columns { get; } = new(["centre", "office", "capacity"]);

    /// <summary>A row, or what is wrong with it. A row that ends before its capacity is no row without a limit.</summary>
    public static (NewCapacity? Capacity, ImportError? Wrong) Read(CsvRow row, int[] order, string? onlyCentre)
    {
        string? Cell(int column) => order[column] < row.Cells.Count ? row.Cells[order[column]] : null;
        var (centre, office, text) = (Cell(0), Cell(1), Cell(2));
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) && capacity <= Largest;
        var wrong = string.IsNullOrEmpty(centre) ? ("centre", "Name a centre.")
            : onlyCentre is not null && !string.Equals(onlyCentre, centre, StringComparison.Ordinal) ? ("centre", "This centre is not yours to write.")
            : string.IsNullOrEmpty(office) ? ("office", "Name an office.")
            : text is null || (text.Length > 0 && !isNumber) ? ("capacity", "Use a whole number from 0 to 100000, or nothing where there is no limit or none is known.")
            : ((string Column, string Error)?)null;
        return wrong is { } first ? (null, new ImportError(row.Line, first.Column, first.Error)) : (new NewCapacity(centre!, office!, isNumber ? capacity : null), null);
    }

    /// <summary>Rows of an office that another row names before.</summary>
    public static IEnumerable<ImportError> Doubles(IEnumerable<(int Line, NewCapacity Capacity)> rows) => rows
        .GroupBy(row => (row.Capacity.Centre, row.Capacity.Office))
        .SelectMany(same => same.Skip(1).Select(row => new ImportError(row.Line, "office", "Another row is of this office at this centre.")));
}
