using System.Globalization;
using Cnaim.Directory.FocalPoints;
using Cnaim.ServiceDefaults.Tables;

namespace Cnaim.Directory.Imports;

/// <summary>Focal points as a table, and what is wrong with a row by itself or beside the others; without a database.</summary>
internal static class FocalPointTable
{
    private const string Day = "yyyy-MM-dd";

    public static ImportColumns Columns { get; } = new(["centre", "office", "holder", "validFrom", "validTo"], Optional: "validTo");

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

    public static IEnumerable<string?> Cells(FocalPointLine point) =>
        [point.Centre, point.Office, point.Holder, point.ValidFrom.ToString(Day, CultureInfo.InvariantCulture), point.ValidTo?.ToString(Day, CultureInfo.InvariantCulture)];

    private static DateOnly? Date(string text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A focal point as a row of a file.</summary>
internal sealed record FocalPointLine(string Centre, string Office, string Holder, DateOnly ValidFrom, DateOnly? ValidTo);
