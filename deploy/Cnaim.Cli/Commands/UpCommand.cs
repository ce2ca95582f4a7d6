using System.CommandLine;
using Cnaim.Cli.Output;
using Cnaim.Cli.Up;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class UpCommand
{
    private static readonly Option<string[]> Only = new("--only") { Description = "Codes of services to start, separated by commas; all by default.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> Detach = new("--detach") { Description = "Leave everything running in the background and return when it is ready." };
    private static readonly Option<bool> AllowInstall = new("--allow-install") { Description = "Install missing Debian packages (the default as root)." };
    private static readonly Option<bool> NoInstall = new("--no-install") { Description = "Never install anything." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON when everything is ready." };
    private static readonly Option<bool> Supervised = new("--supervised") { Hidden = true };

    public static Command Create()
    {
        var command = new Command("up", "Start the platform: private PostgreSQL and RabbitMQ, databases, topology, all services.") { Only, Detach, AllowInstall, NoInstall, Json, Supervised };
        command.SetAction((line, cancellationToken) => RunAsync(Read(line), cancellationToken));
        return command;
    }

    private static UpSettings Read(ParseResult line) => new()
    {
        Only = line.GetValue(Only) is { Length: > 0 } codes ? [.. codes.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))] : null,
        Detach = line.GetValue(Detach),
        Supervised = line.GetValue(Supervised),
        MayInstall = !line.GetValue(NoInstall),
        Json = line.GetValue(Json),
    };

    private static async Task<int> RunAsync(UpSettings settings, CancellationToken cancellationToken)
    {
        var layout = PlatformLayout.Find(Repository.Find());
        if (StateFile.Read(layout.State) is { Phase: PlatformPhase.Starting or PlatformPhase.Ready } running && running.Supervisor.IsRunning)
        {
            return await JoinAsync(layout, settings, running.StartedAt, cancellationToken);
        }

        var since = TimeProvider.System.GetUtcNow();
        var options = await ProgressDisplay.RunAsync(settings.Json || settings.Supervised, progress => PreparePlatform.RunAsync(settings, layout, progress, cancellationToken));
        if (settings.Detach)
        {
            DetachedSupervisor.Start(layout, settings);
            return await JoinAsync(layout, settings, since, cancellationToken);
        }

        return await ForegroundPlatform.RunAsync(settings, layout, options, cancellationToken);
    }

    private static async Task<int> JoinAsync(PlatformLayout layout, UpSettings settings, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var state = await DetachedSupervisor.FollowAsync(layout, settings.Json, since, cancellationToken);
        if (state.Phase is not PlatformPhase.Ready)
        {
            return Terminal.Fail(state.Problem is LauncherProblem.None ? LauncherProblem.Failed : state.Problem, state.Error ?? "The platform was stopped while it was starting.");
        }

        Welcome.Print(layout, state, settings.Json);
        return 0;
    }
}
