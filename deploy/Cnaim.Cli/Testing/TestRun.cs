using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Cnaim.Cli.Output;
using Cnaim.Launcher;

namespace Cnaim.Cli.Testing;

/// <summary>Runs test projects, two at a time, and counts from their result files.</summary>
internal sealed class TestRun(string repository, string? filter, bool isLong)
{
    private readonly string _folder = Path.Combine(repository, "TestResults");

    // Classes marked as long run with --long only.
    private readonly string? _filter = (filter, isLong) switch
    {
        (_, true) => filter,
        (null, false) => "Profile!=long",
        _ => $"({filter})&(Profile!=long)",
    };

    public Task<List<TestResult>> AllAsync(IReadOnlyList<TestProject> projects, bool quiet, CancellationToken cancellationToken) =>
        ProgressDisplay.RunAsync(quiet || !Terminal.IsInteractive, async progress =>
        {
            var results = new ConcurrentBag<TestResult>();
            var rows = projects.Where(project => project.Name is not TestProjects.Whole).ToLookup(TestProjects.Waits);
            var whole = projects.Where(project => project.Name is TestProjects.Whole).ToList();
            await Task.WhenAll(RowAsync(rows[true]), WorkAsync());
            await RowAsync(whole);
            progress.Report(new PlatformStep("Testing", results.Count, projects.Count));
            return results.OrderBy(result => result.Project, StringComparer.Ordinal).ToList();

            async Task WorkAsync()
            {
                await RowAsync(rows[false]);
                if (whole.Count > 0)
                {
                    await PublishAsync(progress, cancellationToken);
                }
            }

            async Task RowAsync(IEnumerable<TestProject> row)
            {
                foreach (var project in row)
                {
                    progress.Report(new PlatformStep("Testing", results.Count, projects.Count, project.Name));
                    var (result, output) = await OneAsync(project, cancellationToken);
                    results.Add(result);
                    if (!quiet)
                    {
                        Tell(result, output);
                    }
                }
            }
        });

    // While the projects that wait still run. What fails here fails again, and is told, in the tests that need it.
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

    private async Task<(TestResult Result, string Output)> OneAsync(TestProject project, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, project.Name + ".trx");
        Directory.CreateDirectory(_folder);
        File.Delete(file);
        var started = TimeProvider.System.GetTimestamp();
        string[] arguments = ["test", project.Path, "--no-build", "--nologo", "--results-directory", _folder, "--logger", "trx;LogFileName=" + project.Name + ".trx"];
        var start = new ProcessStartInfo("dotnet", _filter is null ? arguments : [.. arguments, "--filter", _filter])
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
        var (passed, failed) = Count(file, process.ExitCode);
        return (new TestResult(project.Name, passed, failed, Math.Round(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 1)), output);
    }

    // A crash of the test host leaves no file, or one without the failure: it still counts. A filter may leave a project without tests.
    private (int Passed, int Failed) Count(string file, int exitCode)
    {
        if (!File.Exists(file))
        {
            return (0, exitCode == 0 && filter is not null ? 0 : 1);
        }

        var counters = XDocument.Load(file).Descendants().First(element => element.Name.LocalName is "Counters");
        int Number(string name) => int.Parse(counters.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
        var (passed, failed) = (Number("passed"), Number("total") - Number("passed"));
        return (passed, failed == 0 && exitCode != 0 ? 1 : failed);
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
