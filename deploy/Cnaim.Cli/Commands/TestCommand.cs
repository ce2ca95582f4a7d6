using System.CommandLine;
using System.Globalization;
using Cnaim.Cli.Output;
using Cnaim.Cli.Testing;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class TestCommand
{
    private static readonly Option<string?> Filter = new("--filter") { Description = "As of 'dotnet test': only tests that match." };
    private static readonly Option<string[]> Project = new("--project") { Description = "Only test projects whose name contains this.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> NoBuild = new("--no-build") { Description = "Use what is built." };
    private static readonly Option<bool> Long = new("--long") { Description = "More of each fault: processes are killed hundreds of times, and stand still for minutes." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one line of JSON instead of the sum." };

    public static Command Create()
    {
        var command = new Command("test", "Run every test project; the last line is 'N passed, N failed'.") { Filter, Project, NoBuild, Long, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var repository = Repository.Find();
        var wanted = line.GetValue(Project) ?? [];
        var projects = TestProjects.Find(repository).Where(project => wanted.Length == 0 || wanted.Any(part => project.Name.Contains(part, StringComparison.OrdinalIgnoreCase))).ToList();
        var json = line.GetValue(Json);
        if (!line.GetValue(NoBuild))
        {
            await ProgressDisplay.RunAsync(json, progress => BuildSolution.RunAsync(repository, progress, cancellationToken));
        }

        var run = new TestRun(repository, line.GetValue(Filter), line.GetValue(Long), json);
        var results = await run.AllAsync(projects, cancellationToken);
        var (passed, failed) = (results.Sum(result => result.Passed), results.Sum(result => result.Failed));
        if (json)
        {
            Terminal.WriteJson(new { passed, failed, projects = results });
        }
        else
        {
            foreach (var test in results.SelectMany(result => result.Unsteady))
            {
                Terminal.Line("unsteady: " + test + " failed among the others and passed alone; look into it before it fails again");
            }

            Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
        }

        return failed == 0 && passed > 0 ? 0 : (int)LauncherProblem.Failed;
    }
}
