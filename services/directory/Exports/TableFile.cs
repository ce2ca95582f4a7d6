using System.Text;
using System.Text.Json;
using Cnaim.ServiceDefaults.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Directory.Exports;

/// <summary>Rows as a file: a table for a spreadsheet, or a JSON list of the same.</summary>
internal static class TableFile
{
    public const string Json = "application/json";

    /// <param name="name">The file's name, without its end.</param>
    /// <param name="format"><c>csv</c>, <c>json</c>, or null for the first.</param>
    /// <param name="columns">The columns of the table.</param>
    /// <param name="rows">What a JSON list holds.</param>
    /// <param name="cells">A row of the table.</param>
    public static Results<FileContentHttpResult, ProblemHttpResult> Of<TRow>(string name, string? format, IEnumerable<string> columns, IReadOnlyList<TRow> rows, Func<TRow, IEnumerable<string?>> cells) => format switch
    {
        null or "csv" => TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv.Line(columns) + string.Concat(rows.Select(row => Csv.Line(cells(row)))))], Csv.MediaType, name + ".csv"),
        "json" => TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(rows, JsonSerializerOptions.Web), Json, name + ".json"),
        _ => DirectoryRefusals.UnknownTableFormat.ToProblem(),
    };
}
