using System.Globalization;
using Spectre.Console;

namespace Cnaim.Demo.Report;

/// <summary>The tables of the report.</summary>
internal static class DemoTables
{
    public static Table Centres(DemoReport report)
    {
        var table = Make("Centre", "Visits", "Interviews", "Issues", "Referrals");
        foreach (var line in report.Centres)
        {
            table.AddRow(line.Centre + (line.IsAssumed ? " (visits assumed)" : ""), Text(line.Visits), Text(line.Interviews), Text(line.Issues), Text(line.Referrals));
        }

        var all = report.Figures;
        return table.AddRow("all", Text(all.Visits), Text(all.Interviews), Text(all.Issues), Text(all.Referrals));
    }

    public static Table Offices(DemoReport report)
    {
        var table = Make("Office", "Referrals", "Completed", "Rejected", "Failed or cancelled", "Unanswered", "Loop p50 ms");
        foreach (var line in report.Offices)
        {
            table.AddRow(line.Office, Text(line.Referrals), Text(line.Completed), Text(line.Rejected), Text(line.Other), Text(line.Unanswered), Text(line.LoopP50Ms));
        }

        return table;
    }

    public static Table States(DemoReport report)
    {
        var table = Make("State", "At the sender", "At the receivers");
        foreach (var (state, (sender, receiver)) in report.ByState)
        {
            table.AddRow(state, Text(sender), Text(receiver));
        }

        return table;
    }

    private static Table Make(params IReadOnlyList<string> headings)
    {
        var table = new Table().Border(TableBorder.Ascii2).AddColumn(headings[0]);
        foreach (var heading in headings.Skip(1))
        {
            table.AddColumn(heading, column => column.RightAligned());
        }

        return table;
    }

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
