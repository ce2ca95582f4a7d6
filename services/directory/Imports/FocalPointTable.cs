using System.Globalization;
using System.Text.Json;
using Cnaim.Directory.FocalPoints;
using Cnaim.ServiceDefaults.Tables;

namespace Cnaim.Directory.Imports;

/// <summary>Focal points as a table, and what is wrong with a row by itself or beside the others; without a database.</summary>
internal static class FocalPointTable
{
    public const int MostRows = 100_000;
    public const int MostErrors = 100;
    private const string Day = "yyyy-MM-dd";

    public static IReadOnlyList<string> Columns { get; } = ["centre", "office", "holder", "validFrom", "validTo"];

    /// <summary>A list of objects as the same table.</summary>
    public static string OfJson(JsonElement items) =>
        Csv.Line(Columns) + string.Concat(items.EnumerateArray().Select(item => Csv.Line(Columns.Select(column => item.TryGetProperty(column, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null))));

    /// <summary>The order of the columns in a file; what is wrong when they are others.</summary>
    public static (int[] Order, ImportError? Wrong) Head(CsvRow? head)
    {
        var order = Columns.Select(column => head?.Cells.ToList().FindIndex(cell => string.Equals(cell, column, StringComparison.OrdinalIgnoreCase)) ?? -1).ToArray();
        var missing = Columns.Where((column, index) => order[index] < 0 && column is not "validTo").ToList();
        return (order, missing.Count == 0 ? null : new ImportError(1, null, "The first line names the columns; missing: " + string.Join(", ", missing) + "."));
    }

    /// <summary>A row, or what is wrong with it.</summary>
    public static (NewFocalPoint? Point, ImportError? Wrong) Read(CsvRow row, int[] order, string? onlyCentre)
    {
        string Cell(int column) => order[column] >= 0 && order[column] < row.Cells.Count ? row.Cells[order[column]] : "";
        var (from, to) = (Date(Cell(3)), Date(Cell(4)));
        var wrong = Cell(0).Length == 0 ? ("centre", "Name a centre.")
            : onlyCentre is not null && !string.Equals(onlyCentre, Cell(0), StringComparison.Ordinal) ? ("centre", "This centre is not yours to write.")
            : Cell(1).Length == 0 ? ("office", "Name an office.")
            : from is null ? ("validFrom", "Use a day, for example 2026-03-05.")
            : to is null && Cell(4).Length > 0 ? ("validTo", "Use a day, for example 2026-03-05, or nothing.")
            : ((string, string)?)null;
        if (wrong is { } first)
        {
            return (null, new ImportError(row.Line, first.Item1, first.Item2));
        }

        var point = new NewFocalPoint { Centre = Cell(0), Office = Cell(1), Holder = Cell(2), ValidFrom = from!.Value, ValidTo = to };
        return FocalPointRules.Check(point)?.Extensions?["errors"] is Dictionary<string, string[]> errors
            ? (null, new ImportError(row.Line, errors.Keys.First(), errors.Values.First()[0]))
            : (point, null);
    }

    /// <summary>Rows that have a day of another row, or of a focal point that is there, for the same office at the same centre. Whatever the database guesses about its rows, it takes as long as sorting them.</summary>
    public static IEnumerable<ImportError> Overlaps(IReadOnlyList<(int Line, NewFocalPoint Point)> rows, IEnumerable<FocalPoint> present)
    {
        var spans = rows.Select(row => new Span(row.Line, row.Point.Centre, row.Point.Office, row.Point.ValidFrom, row.Point.ValidTo ?? DateOnly.MaxValue))
            .Concat(present.Where(point => point.ValidTo is not { } to || to >= point.ValidFrom).Select(point => new Span(0, point.Centre, point.Office, point.ValidFrom, point.ValidTo ?? DateOnly.MaxValue)));
        return spans.GroupBy(span => (span.Centre, span.Office)).SelectMany(Overlaps).DistinctBy(error => error.Line);
    }

    private static IEnumerable<ImportError> Overlaps(IEnumerable<Span> office)
    {
        Span? last = null;
        foreach (var span in office.OrderBy(span => span.From).ThenBy(span => span.Line))
        {
            if (last is not null && span.From <= last.To && Math.Max(span.Line, last.Line) is var line and > 0)
            {
                yield return new ImportError(line, "validFrom", span.Line > 0 && last.Line > 0 ? "Another row has some of these days for this office." : DirectoryRefusals.FocalPointOverlaps.Detail);
            }

            last = last is null || span.To > last.To ? span : last;
        }
    }

    private sealed record Span(int Line, string Centre, string Office, DateOnly From, DateOnly To);

    public static string Write(IEnumerable<FocalPoint> points) => Csv.Line(Columns) + string.Concat(points.Select(point =>
        Csv.Line([point.Centre, point.Office, point.Holder, point.ValidFrom.ToString(Day, CultureInfo.InvariantCulture), point.ValidTo?.ToString(Day, CultureInfo.InvariantCulture)])));

    private static DateOnly? Date(string text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
