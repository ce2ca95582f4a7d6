using Cnaim.Cli.Output;
using Cnaim.Security;
using Spectre.Console;

namespace Cnaim.Cli.Security;

internal static class SecurityTable
{
    public static void Print(IReadOnlyList<AttackResult> results)
    {
        var table = new Table().AddColumns("row", "tried", "expected", "got", "");
        foreach (var result in results)
        {
            table.AddRow(Markup.Escape(result.Row), Markup.Escape(result.What), Markup.Escape(result.Expected), Markup.Escape(result.Got), result.Held ? "held" : "[red]FAILED[/]");
        }

        Terminal.Out.Write(table);
        var elsewhere = new Table().AddColumns("row", "not tried here", "proven by");
        foreach (var entry in SecurityList.Elsewhere)
        {
            elsewhere.AddRow(Markup.Escape(entry.Row), Markup.Escape(entry.What), Markup.Escape(entry.Where));
        }

        Terminal.Out.Write(elsewhere);
    }
}
