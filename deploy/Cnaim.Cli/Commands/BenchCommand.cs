using System.CommandLine;
using System.Diagnostics;
using Cnaim.Launcher;

namespace Cnaim.Cli.Commands;

internal static class BenchCommand
{
    private static readonly Argument<string[]> Rest = new("arguments") { Description = "referrals | screening | grpc | gateway | pages | price | webhooks | feed | firewall, and its options.", Arity = ArgumentArity.ZeroOrMore };

    public static Command Create()
    {
        var command = new Command("bench", "Measure: referrals, screening, grpc, gateway, pages, price, webhooks, feed or firewall; --quick, --full, --json.") { Rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((line, cancellationToken) => RunAsync([.. line.GetValue(Rest) ?? [], .. line.UnmatchedTokens], cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var project = Path.Combine(Repository.Find(), "tests", "Cnaim.Benchmarks");
        if (!Directory.Exists(project))
        {
            throw new LauncherException(LauncherProblem.Missing, $"The benchmarks are not there: {project}.");
        }

        // Quiet, so that the last line of the output stays the benchmark's own.
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["run", "--project", project, "--configuration", "Release", "--verbosity", "quiet", "-p:RunAnalyzers=false", "--", .. arguments])
        {
            UseShellExecute = false,
        })!;
        await using var ending = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}
