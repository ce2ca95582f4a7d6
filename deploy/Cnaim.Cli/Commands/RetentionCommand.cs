using System.CommandLine;
using Cnaim.Cli.Operating;
using Cnaim.Cli.Output;
using Cnaim.Cli.Retention;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class RetentionCommand
{
    private static readonly Option<string?> Service = new("--service") { Description = "Only this service; all without it." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would be erased, and erase nothing." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create()
    {
        var report = new Command("report", "Show each category's term, its law, and what has been kept long enough.") { Service, OperatorOptions.Centre, Json };
        report.SetAction((line, cancellationToken) => RunAsync(line, erases: false, cancellationToken));
        var run = new Command("run", "Erase the personal fields of what has been kept long enough; services do it once a day by themselves.") { Service, DryRun, OperatorOptions.Centre, Json };
        run.SetAction((line, cancellationToken) => RunAsync(line, erases: !line.GetValue(DryRun), cancellationToken));
        return new Command("retention", "What is kept, how long, and under which law.") { report, run };
    }

    private static async Task<int> RunAsync(ParseResult line, bool erases, CancellationToken cancellationToken)
    {
        var service = line.GetValue(Service);
        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        string[] services = [.. running.Exchanging.Where(code => service is null || string.Equals(code, service, StringComparison.Ordinal))];
        if (services.Length == 0)
        {
            throw new LauncherException(LauncherProblem.Usage, $"'{service}' keeps no records of people, or does not run.");
        }

        var json = line.GetValue(Json);
        var lines = await ProgressDisplay.RunAsync(json, progress => RunRetention.RunAsync(services, line.GetRequiredValue(OperatorOptions.Centre), erases, progress, cancellationToken));
        if (json)
        {
            Terminal.WriteJson(lines);
        }
        else
        {
            RetentionTable.Print(lines);
        }

        return 0;
    }
}
