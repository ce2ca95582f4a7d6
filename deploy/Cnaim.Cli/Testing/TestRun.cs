using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Testing;

/// <summary>Runs test projects, two at a time, and counts from their result files.</summary>
internal sealed class TestRun(string repository, string? filter, bool isLong, bool quiet)
{
    // The longest that any test may take; a host in which none ends for so long is ended, and its tests named.
    private const string Hang = "10m";

    private readonly string _folder = Path.Combine(repository, "TestResults");

    // Classes marked as long run with --long only.
    private readonly string? _filter = (filter, isLong) switch
    {
        (_, true) => filter,
        (null, false) => "Profile!=long",
        _ => $"({filter})&(Profile!=long)",
    };

    public Task<List<TestResult>> AllAsync(IReadOnlyList<TestProject> projects, CancellationToken cancellationToken) =>
        ProgressDisplay.RunAsync(quiet || !Terminal.IsInteractive, async progress =>
        {
            var results = new ConcurrentBag<TestResult>();
            var parts = new ConcurrentQueue<TestProject>(projects.Where(project => project.Name is not TestProjects.Whole));
            var whole = new ConcurrentQueue<TestProject>(projects.Where(project => project.Name is TestProjects.Whole));
            var publishes = whole.IsEmpty ? 0 : 1;
            await Task.WhenAll(PartsAsync(), PartsAsync());
            await RunAsync(whole);
            progress.Report(new PlatformStep("Testing", results.Count, projects.Count));
            return await AgainAsync(projects, [.. results.OrderBy(result => result.Project, StringComparer.Ordinal)], cancellationToken);

            // Whoever has nothing left first makes ready what the whole needs.
            async Task PartsAsync()
            {
                await RunAsync(parts);
                if (Interlocked.Exchange(ref publishes, 0) is 1)
                {
                    await PublishAsync(progress, cancellationToken);
                }
            }

            async Task RunAsync(ConcurrentQueue<TestProject> row)
            {
                while (row.TryDequeue(out var project))
                {
                    progress.Report(new PlatformStep("Testing", results.Count, projects.Count, project.Name));
                    results.Add(await ToldAsync(project, _filter, cancellationToken));
                }
            }
        });

    // What fails here fails again, and is told, in the tests that need it.
    private async Task PublishAsync(IProgress<PlatformStep> progress, CancellationToken cancellationToken)
    {
        try
        {
            await PublishPlatform.RunAsync(repository, PlatformLayout.Find(repository).App, progress, cancellationToken: cancellationToken);
        }
        catch (LauncherException)
        {
        }
    }

    private async Task<List<TestResult>> AgainAsync(IReadOnlyList<TestProject> projects, List<TestResult> first, CancellationToken cancellationToken)
    {
        if (!TestResult.MayRunAgain(first))
        {
            return first;
        }

        foreach (var result in first.Where(result => result.Failed > 0).ToList())
        {
            var file = FileOf(result.Project);
            File.Move(file, Path.ChangeExtension(file, ".first.trx"), overwrite: true);
            var again = await ToldAsync(projects.First(project => string.Equals(project.Name, result.Project, StringComparison.Ordinal)), TestFile.FilterOf(result.FailedTests), cancellationToken);
            first[first.IndexOf(result)] = result.After(again);
        }

        return first;
    }

    private async Task<TestResult> ToldAsync(TestProject project, string? only, CancellationToken cancellationToken)
    {
        var (result, output) = await OneAsync(project, only, cancellationToken);
        if (!quiet)
        {
            Tell(result, output);
        }

        return result;
    }

    private string FileOf(string project) => Path.Combine(_folder, project + ".trx");

    private async Task<(TestResult Result, string Output)> OneAsync(TestProject project, string? only, CancellationToken cancellationToken)
    {
        var file = FileOf(project.Name);
        Directory.CreateDirectory(_folder);
        File.Delete(file);
        var started = TimeProvider.System.GetTimestamp();
        string[] arguments = ["test", project.Path, "--no-build", "--nologo", "--results-directory", _folder, "--logger", "trx;LogFileName=" + project.Name + ".trx",
            "--blame-hang-timeout", Hang, "--blame-hang-dump-type", "none"];
        var start = new ProcessStartInfo("dotnet", only is null ? arguments : [.. arguments, "--filter", only])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["CNAIM_TEST_PROFILE"] = isLong ? "long" : "short";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "0x200"; // short-lived processes: see ADR 0021
        using var process = Process.Start(start)!;
        await using var ending = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (TestFile.Read(file, project.Name, process.ExitCode, filter is not null) with { Seconds = Math.Round(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 1) }, output);
    }

    private static void Tell(TestResult result, string output)
    {
        if (result.Failed > 0)
        {
            Console.Out.WriteLine(output);
        }

        Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{result.Project}: {result.Passed} passed, {result.Failed} failed in {result.Seconds:F1} s"));
    }
}
