using System.Text.Json;
using Cnaim.Cli.Output;
using Spectre.Console;

namespace Cnaim.Cli.Operating;

/// <summary>Prints what a service answered: as it came for machines, as a table for people.</summary>
internal static class OperatorTable
{
    public static int Print(JsonElement answer, bool json)
    {
        if (json)
        {
            Terminal.WriteJson(answer);
            return 0;
        }

        var rows = answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty("items", out var items) ? items : answer;
        if (rows.ValueKind is not JsonValueKind.Array)
        {
            Terminal.Line(string.Join(", ", rows.EnumerateObject().Select(property => $"{property.Name} {property.Value}")));
            return 0;
        }

        if (rows.GetArrayLength() == 0)
        {
            Terminal.Line("Nothing there.");
            return 0;
        }

        var names = rows[0].EnumerateObject().Select(property => property.Name).ToArray();
        var table = new Table { Border = TableBorder.Minimal };
        table.AddColumns(names);
        foreach (var row in rows.EnumerateArray())
        {
            table.AddRow([.. names.Select(name => Markup.Escape(row.TryGetProperty(name, out var value) ? value.ToString() : ""))]);
        }

        Terminal.Out.Write(table);
        return 0;
    }
}
