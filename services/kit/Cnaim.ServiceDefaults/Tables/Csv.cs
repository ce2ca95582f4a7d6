namespace Cnaim.ServiceDefaults.Tables;

/// <summary>Tables as text with commas (RFC 4180), as spreadsheets write and read them.</summary>
public static class Csv
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv";

    /// <summary>A cell that no spreadsheet takes for a formula (OWASP: CSV injection): one that begins as a formula does gets an apostrophe before it.</summary>
    /// <param name="text">What the cell says.</param>
    public static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? '\'' + text : text ?? "";
        return safe.AsSpan().ContainsAny("\",;\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>A line, with its end.</summary>
    /// <param name="cells">What its cells say.</param>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Reads rows, each with the line that it begins at, counted from 1; empty lines are left out. The apostrophe that <see cref="Cell"/> put before a formula is taken away.</summary>
    /// <param name="text">The table; commas or semicolons, as the first line has them.</param>
    /// <exception cref="FormatException">A quoted cell never ends, or is followed by something else; the message says at which line.</exception>
    public static IEnumerable<CsvRow> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new CsvReader(text.TrimStart('\uFEFF'));
        while (reader.Next() is { } row)
        {
            if (row.Cells is not [""])
            {
                yield return row;
            }
        }
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Line">The line of the file that it begins at, from 1.</param>
/// <param name="Cells">What its cells say.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);
