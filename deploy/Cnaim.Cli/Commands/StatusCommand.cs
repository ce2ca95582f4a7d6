using System.CommandLine;
using Cnaim.Cli.Output;
using Cnaim.Cli.Status;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class StatusCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };
    private static readonly Option<double> Seconds = new("--seconds") { Description = "How long processor time is measured.", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        var command = new Command("status", "How services and servers are, their memory (PSS) and processor time. Exit code 1 when a service is not ready.") { Json, Seconds };
        command.SetAction((line, cancellationToken) => RunAsync(line.GetValue(Json), TimeSpan.FromSeconds(line.GetValue(Seconds)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool json, TimeSpan measured, CancellationToken cancellationToken)
    {
        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        var report = await PlatformReport.TakeAsync(running.State, measured, cancellationToken);
        if (json)
        {
            Terminal.WriteJson(report);
        }
        else
        {
            ReportTable.Print(report);
        }

        return report.IsGreen ? 0 : (int)LauncherProblem.Failed;
    }
}
