using System.CommandLine;
using Cnaim.Cli.Doctor;
using Cnaim.Cli.Output;
using Cnaim.Launcher;
using Spectre.Console;

namespace Cnaim.Cli.Commands;

internal static class DoctorCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create()
    {
        var command = new Command("doctor", "Check this machine and what runs on it; says what to do about each finding. Exit code 1 when something is wrong.") { Json };
        command.SetAction(line => Run(line.GetValue(Json)));
        return command;
    }

    private static int Run(bool json)
    {
        var layout = PlatformLayout.Find(Repository.Find());
        var findings = (List<Finding>)[.. Programs.Check(), .. Machine.Check(layout), .. Running.Check(layout)];
        var isGood = findings.TrueForAll(finding => finding.Verdict is not Verdict.Bad);
        if (json)
        {
            Terminal.WriteJson(new { ok = isGood, findings });
        }
        else
        {
            Print(findings);
        }

        return isGood ? 0 : (int)LauncherProblem.Failed;
    }

    private static void Print(List<Finding> findings)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn(new TableColumn("").NoWrap());
        table.AddColumn(new TableColumn("").NoWrap());
        table.AddColumn("");
        foreach (var finding in findings)
        {
            var mark = finding.Verdict switch { Verdict.Good => "[green]good[/]", Verdict.Note => "[yellow]note[/]", _ => "[red]bad[/]" };
            var text = finding.Advice is null ? finding.Found : $"{finding.Found}. {finding.Advice}";
            table.AddRow(mark, Markup.Escape(finding.What), Markup.Escape(text));
        }

        Terminal.Out.Write(table);
    }
}
