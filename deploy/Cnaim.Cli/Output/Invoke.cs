using System.CommandLine;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.Cli.Output;

/// <summary>Runs a command line; every failure becomes one sentence and an exit code.</summary>
internal static class Invoke
{
    private const int Interrupted = 130;

    // Services drain for 10 s, servers then write what they hold.
    private static readonly InvocationConfiguration Configuration = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(60),
    };

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var line = root.Parse(args);
        if (line.Errors.Count > 0)
        {
            return Terminal.Fail(LauncherProblem.Usage, string.Join(' ', line.Errors.Select(error => error.Message)) + " Try ./cnaim --help.");
        }

        try
        {
            return await line.InvokeAsync(Configuration);
        }
        catch (LauncherException problem)
        {
            return Terminal.Fail(problem.Problem, problem.Message);
        }
        catch (ServerException problem)
        {
            return Terminal.Fail(LauncherProblem.Failed, problem.Message);
        }
        catch (IOException problem) when (problem.Message.Contains("No space left", StringComparison.Ordinal))
        {
            return Terminal.Fail(LauncherProblem.Taken, "The disk is full: free at least 1 GB and start again.");
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }
}
