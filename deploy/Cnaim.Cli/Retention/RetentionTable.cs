using System.Globalization;
using Cnaim.Cli.Output;
using Spectre.Console;

namespace Cnaim.Cli.Retention;

internal static class RetentionTable
{
    public static void Print(IReadOnlyList<RetentionLine> lines)
    {
        var table = new Table { Border = TableBorder.Minimal };
        table.AddColumns("Service", "Category", "Kept, months", "Due", "Kept by law", "Erased", "Legal basis");
        foreach (var line in lines)
        {
            table.AddRow(
                line.Service,
                line.Category,
                Text(line.Months),
                Text(line.Due),
                Text(line.KeptByLaw),
                line.Erased is { } erased ? Text(erased) : "-",
                Markup.Escape(line.LegalBasis + (line.Assumed ? " (assumed term)" : "")));
        }

        Terminal.Out.Write(table);
        Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{lines.Sum(line => line.Due)} records have been kept long enough; {lines.Sum(line => line.Erased ?? 0)} were erased now."));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
