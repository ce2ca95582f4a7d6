using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cnaim.Launcher;

/// <summary>Publishes all hosts into one folder, ReadyToRun for this machine; does nothing when no source changed.</summary>
public static class PublishPlatform
{
    private const string StampFile = ".stamp";

    // A build of everything prints about this many lines of "project -> assembly".
    private const int ExpectedSteps = 64;

    /// <summary>Publishes where something changed.</summary>
    /// <param name="repository">The repository's root.</param>
    /// <param name="app">The folder to publish to; replaced as a whole when the build succeeded.</param>
    /// <param name="progress">Told of every project.</param>
    /// <param name="faults">Builds in fail points and sabotage switches (constant <c>SABOTAGE</c>).</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <returns>False where nothing had changed.</returns>
    /// <exception cref="LauncherException">The build failed.</exception>
    public static async Task<bool> RunAsync(
        string repository, string app, IProgress<PlatformStep>? progress = null, bool faults = false, CancellationToken cancellationToken = default)
    {
        var stamp = SourceStamp.Of(repository, faults ? "faults" : "release");
        var stampFile = Path.Combine(app, StampFile);
        if (File.Exists(stampFile) && string.Equals(await File.ReadAllTextAsync(stampFile, cancellationToken), stamp, StringComparison.Ordinal))
        {
            return false;
        }

        var draft = app + ".making";
        Delete(draft);
        await BuildAsync(repository, draft, progress, faults, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(draft, StampFile), stamp, cancellationToken);
        Delete(app);
        Directory.Move(draft, app);
        return true;
    }

    private static async Task BuildAsync(string repository, string output, IProgress<PlatformStep>? progress, bool faults, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        var log = output + ".log";
        var start = new ProcessStartInfo("dotnet", Arguments(output, faults))
        {
            WorkingDirectory = Path.Combine(repository, "deploy", "Cnaim.Platform"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        await using var ending = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var done = 0;
        await using (var writer = new StreamWriter(log) { AutoFlush = true })
        {
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                await writer.WriteLineAsync(line);
                var arrow = line.IndexOf(" -> ", StringComparison.Ordinal);
                if (arrow > 0)
                {
                    progress?.Report(new PlatformStep("Publishing", Math.Min(++done, ExpectedSteps - 1), ExpectedSteps, line[..arrow].Trim()));
                }
            }
        }

        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new LauncherException(LauncherProblem.Failed, await ExplainAsync(log, cancellationToken));
        }

        progress?.Report(new PlatformStep("Publishing", ExpectedSteps, ExpectedSteps));
    }

    private static string[] Arguments(string output, bool faults) =>
    [
        "publish", "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier is { } current && current.StartsWith("linux-", StringComparison.Ordinal) ? current : "linux-x64",
        "--no-self-contained", "--output", output, "--nologo", "-p:RunAnalyzers=false",
        // A restore for one machine writes other lock files than the ones that are kept.
        "-p:NuGetLockFilePath=obj/publish.lock.json", "-p:RestoreLockedMode=false", .. faults ? (string[])["-p:Sabotage=true"] : [],
    ];

    private static async Task<string> ExplainAsync(string log, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(log, cancellationToken);
        var error = Array.Find(lines, line => line.Contains("error", StringComparison.OrdinalIgnoreCase));
        return Array.Exists(lines, line => line.Contains("No space left", StringComparison.Ordinal))
            ? "The disk is full: free at least 1 GB and start again."
            : $"The build failed, see {log}: {error?.Trim() ?? "no error line"}";
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
