using System.Diagnostics;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Tours;

/// <summary>Plays one visit in the browser by a program of its own, which alone needs what drives a browser.</summary>
internal static class PlayTour
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var repository = Repository.Find();
        var layout = PlatformLayout.Find(repository);
        RunningPlatform.Find(layout); // says what to do when nothing runs, before anything is built
        var pictures = Path.Combine(layout.Home, "demo", "screens");
        var isVisible = Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        Terminal.Line(isVisible ? "Opening a browser; do not use it while the visit is played." : "There is no screen here: the visit is played unseen.");
        string[] arguments = ["run", "--project", Path.Combine(repository, "deploy", "Cnaim.Tour"), "--configuration", "Release", "-p:RunAnalyzers=false", "--", "--screens", pictures, .. isVisible ? ["--visible"] : Array.Empty<string>()];
        using var tour = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false })!;
        try
        {
            await tour.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            if (!tour.HasExited)
            {
                tour.Kill(entireProcessTree: true);
            }
        }

        Terminal.Line($"Pictures of each page: {pictures}");
        return tour.ExitCode is 0 ? 0 : (int)LauncherProblem.Failed;
    }
}
