using System.CommandLine;
using Cnaim.Cli.Auditing;
using Cnaim.Cli.Operating;
using Cnaim.Cli.Output;
using Cnaim.Launcher;
using Cnaim.Messaging.Topology;

namespace Cnaim.Cli.Commands;

internal static class AuditCommand
{
    private static readonly Option<string?> Service = new("--service") { Description = "Only this service; all without it." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create() => new("audit", "Prove that what was done is still written down as it was.") { Verify(), Root() };

    private static Command Verify()
    {
        var command = new Command("verify", "Compute every audit chain again and compare it with the heads that the directory has kept. Exit code 6 when something was altered, deleted, inserted, reordered or cut off.") { Service, Json };
        command.SetAction((line, cancellationToken) => VerifyAsync(line.GetValue(Service), line.GetValue(Json), cancellationToken));
        return command;
    }

    private static async Task<int> VerifyAsync(string? service, bool json, CancellationToken cancellationToken)
    {
        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        var manifest = TopologyManifest.Load();
        string[] services = [.. running.State.Services.Select(state => state.Code).Where(code => manifest.Find(code) is not null && (service is null || string.Equals(code, service, StringComparison.Ordinal)))];
        if (services.Length == 0)
        {
            throw new LauncherException(LauncherProblem.Usage, $"'{service}' keeps no audit trail, or does not run.");
        }

        var trails = await ProgressDisplay.RunAsync(
            json, progress => VerifyTrails.RunAsync(services, running.SealerConnectionString, running.ConnectionString("directory"), progress, cancellationToken));
        if (json)
        {
            Terminal.WriteJson(trails);
        }
        else
        {
            TrailTable.Print(trails);
        }

        return trails.IsIntact ? 0 : (int)LauncherProblem.Tampered;
    }

    private static Command Root()
    {
        var command = new Command("root", "Take one root over the heads that the directory has kept, as it does every hour by itself.") { OperatorOptions.Centre };
        command.SetAction(async (line, cancellationToken) =>
        {
            using var client = await OperatorClient.OpenAsync("directory", line.GetRequiredValue(OperatorOptions.Centre), cancellationToken);
            var root = await client.PostAsync("/v1/audit/roots", new { }, cancellationToken);
            Terminal.Line($"{root.GetProperty("rootNo")}:{root.GetProperty("root").GetString()}");
            return 0;
        });
        return command;
    }
}
