using System.Diagnostics;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Up;

/// <summary>Leaves a supervisor in the background and follows it until everything is ready.</summary>
internal static class DetachedSupervisor
{
    public static void Start(PlatformLayout layout, UpSettings settings)
    {
        string[] only = settings.Only is null ? [] : ["--only", string.Join(',', settings.Only)];
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", "exec setsid \"$@\" </dev/null >>\"$CNAIM_LOG\" 2>&1", "sh", Environment.ProcessPath!, .. OwnAssembly(), "up", "--supervised", .. only])
        {
            UseShellExecute = false,
        };
        start.Environment["CNAIM_LOG"] = layout.Log("supervisor");
        using var process = Process.Start(start)!;
    }

    public static Task<PlatformState> FollowAsync(PlatformLayout layout, bool quiet, DateTimeOffset since, CancellationToken cancellationToken) =>
        ProgressDisplay.RunAsync(quiet, async progress =>
        {
            var silent = 0;
            while (true)
            {
                var state = StateFile.Read(layout.State);
                var isOurs = state is not null && (state.StartedAt >= since || state.Supervisor.IsRunning);
                if (isOurs && state!.Step is { } step)
                {
                    progress.Report(step);
                }

                if (isOurs && (state!.Phase is PlatformPhase.Ready || (state.Phase is not PlatformPhase.Starting && !state.Supervisor.IsRunning)))
                {
                    return state;
                }

                // Its first word comes when it has made sure that everything is published.
                silent = isOurs && state!.Supervisor.IsRunning ? 0 : silent + 1;
                if (silent > 150)
                {
                    throw new LauncherException(LauncherProblem.Failed, $"The supervisor ended without a word; read {layout.Log("supervisor")}.");
                }

                await Task.Delay(100, cancellationToken);
            }
        });

    // "dotnet Cnaim.Cli.dll" has the assembly as its first argument, the apphost has not.
    private static string[] OwnAssembly() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" ? [typeof(DetachedSupervisor).Assembly.Location] : [];
}
