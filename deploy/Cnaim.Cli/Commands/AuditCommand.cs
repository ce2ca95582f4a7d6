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
    private static readonly Option<string?> Record = new("--record") { Description = "Only what was done to one record, KIND/ID: person/REFERENCE, case/ID, referral/ID, disclosure/ID." };
    private static readonly Option<DateTimeOffset?> Since = new("--since") { Description = "Only from this time on, for example 2026-11-02T09:00Z." };
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many, the newest first.", DefaultValueFactory = _ => 200 };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON." };

    public static Command Create() => new("audit", "Prove that what was done is still written down as it was.") { Verify(), Show(), Root() };

    private static Command Verify()
    {
        var command = new Command("verify", "Compute every audit chain again and compare it with the heads that the directory has kept. Exit code 6 when something was altered, deleted, inserted, reordered or cut off.") { Service, Json };
        command.SetAction((line, cancellationToken) => VerifyAsync(line.GetValue(Service), line.GetValue(Json), cancellationToken));
        return command;
    }

    private static async Task<int> VerifyAsync(string? service, bool json, CancellationToken cancellationToken)
    {
        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        string[] services = [.. TrailsOf(running).Where(code => service is null || string.Equals(code, service, StringComparison.Ordinal))];
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

    // Whoever sends or receives messages keeps a trail, and identity and the directory, where rights and focal points are written.
    private static IEnumerable<string> TrailsOf(RunningPlatform running)
    {
        var manifest = TopologyManifest.Load();
        return running.State.Services.Select(state => state.Code).Where(code => code is "identity" or "directory" || manifest.Find(code) is not null);
    }

    private static Command Show()
    {
        var command = new Command("show", "Who did what to which record of a service, without any record's content.") { OperatorOptions.Service, Record, Since, Limit, Json };
        command.SetAction((line, cancellationToken) => ShowAsync(
            line.GetRequiredValue(OperatorOptions.Service), EntryFilter.Of(line.GetValue(Record), line.GetValue(Since), Math.Clamp(line.GetValue(Limit), 1, 10_000)), line.GetValue(Json), cancellationToken));
        return command;
    }

    private static async Task<int> ShowAsync(string service, EntryFilter? filter, bool json, CancellationToken cancellationToken)
    {
        if (filter is null)
        {
            throw new LauncherException(LauncherProblem.Usage, "Write the record as KIND/ID, for example case/01a2...");
        }

        var running = RunningPlatform.Find(PlatformLayout.Find(Repository.Find()));
        if (!TrailsOf(running).Contains(service, StringComparer.Ordinal))
        {
            throw new LauncherException(LauncherProblem.Usage, $"'{service}' keeps no audit trail, or does not run.");
        }

        var entries = await ShowEntries.RunAsync(running.SealerConnectionString(service), filter, cancellationToken);
        if (json)
        {
            Terminal.WriteJson(entries);
        }
        else
        {
            EntryTable.Print(entries);
        }

        return 0;
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
