using System.Globalization;
using Cnaim.Cli.Output;
using Spectre.Console;

namespace Cnaim.Cli.Auditing;

internal static class TrailTable
{
    public static void Print(VerifiedTrails trails)
    {
        var table = new Table { Border = TableBorder.Minimal };
        table.AddColumn("Service");
        foreach (var column in (string[])["Entries", "Kept heads", "Erased"])
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        table.AddColumn("Result");
        foreach (var report in trails.Services)
        {
            table.AddRow(report.Service, Text(report.Seals), Text(report.Kept), Text(report.Erased), report.IsIntact ? "[green]intact[/]" : "[red]not as it was written[/]");
        }

        Terminal.Out.Write(table);
        foreach (var report in trails.Services)
        {
            foreach (var finding in report.Findings)
            {
                Terminal.Line($"{report.Service}: {finding.Kind.ToString().ToLowerInvariant()}: {finding.Detail}");
            }
        }

        foreach (var finding in trails.RootFindings)
        {
            Terminal.Line("roots: " + finding);
        }

        Terminal.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{trails.Services.Sum(report => report.Seals)} entries of {trails.Services.Count} services and {trails.Roots} roots: {(trails.IsIntact ? "all as they were written" : "NOT as they were written")}"));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
