using System.CommandLine;
using System.Globalization;
using Cnaim.Cli.Output;
using Cnaim.Cli.Security;
using Cnaim.Launcher;
using Cnaim.Security;

namespace Cnaim.Cli.Commands;

internal static class SecurityCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create()
    {
        var report = new Command("report", "Attack the running sandbox as the security test list says, and tell what was tried, expected and got.") { Json };
        report.SetAction((line, cancellationToken) => ReportAsync(line.GetValue(Json), cancellationToken));
        return new Command("security", "Try whether the protections hold.") { report };
    }

    private static async Task<int> ReportAsync(bool json, CancellationToken cancellationToken)
    {
        var run = new SecurityRun(RunningTarget.Find());
        var results = await ProgressDisplay.RunAsync(json, progress =>
        {
            var done = 0;
            return run.RunAsync(result => progress.Report(new PlatformStep("Attacking", ++done, SecurityList.Attacks.Count, result.Row)), cancellationToken);
        });
        var failed = results.Count(result => !result.Held);
        if (json)
        {
            Terminal.WriteJson(new { tried = results.Count, held = results.Count - failed, failed, results, elsewhere = SecurityList.Elsewhere });
        }
        else
        {
            SecurityTable.Print(results);
            Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{results.Count} tried, {results.Count - failed} held, {failed} failed"));
        }

        return failed == 0 ? 0 : (int)LauncherProblem.Failed;
    }
}
