using System.Diagnostics;
using Cnaim.Launcher;

namespace Cnaim.Cli.Testing;

/// <summary>Builds everything that is tested.</summary>
internal static class BuildSolution
{
    private const int ExpectedSteps = 64;

    public static async Task<bool> RunAsync(string repository, IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        progress.Report(new PlatformStep("Building", 0, ExpectedSteps));
        var start = new ProcessStartInfo("dotnet", ["build", "Cnaim.Platform.sln", "--nologo", "-p:RunAnalyzers=false"])
        {
            WorkingDirectory = repository,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        await using var ending = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var (done, error) = (0, default(string));
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            error ??= line.Contains(": error ", StringComparison.Ordinal) ? line.Trim() : null;
            if (line.IndexOf(" -> ", StringComparison.Ordinal) is > 0 and var arrow)
            {
                progress.Report(new PlatformStep("Building", Math.Min(++done, ExpectedSteps - 1), ExpectedSteps, line[..arrow].Trim()));
            }
        }

        await process.WaitForExitAsync(cancellationToken);
        progress.Report(new PlatformStep("Building", ExpectedSteps, ExpectedSteps));
        return process.ExitCode == 0 ? true : throw new LauncherException(LauncherProblem.Failed, $"The build failed: {error ?? "run dotnet build Cnaim.Platform.sln"}");
    }
}
