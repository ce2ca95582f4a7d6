using System.Diagnostics;
using System.Globalization;
using Cnaim.Testing;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>A shell in the repository whose <c>./cnaim</c> speaks of the platform under test.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs a script to its end; one that takes longer than the limit (3 minutes unless given) is ended with all that it started, and fails.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> ShellAsync(this PlatformUnderTest platform, string script, TimeSpan? atMost = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var shell = Start(platform, script);
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(CancellationToken.None), shell.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            limit.CancelAfter(atMost ?? Limit);
            await Task.WhenAll(shell.WaitForExitAsync(limit.Token), output.WaitAsync(limit.Token), errors.WaitAsync(limit.Token));
        }
        catch (OperationCanceledException late)
        {
            shell.Kill(entireProcessTree: true);
            throw new TimeoutException($"Not done within {atMost ?? Limit}.\n{await output}{await errors}", late);
        }

        return (shell.ExitCode, await output, await errors);
    }

    public static Process Start(PlatformUnderTest platform, string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", "set -euo pipefail\n" + script]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["CNAIM_HOME"] = platform.Home;
        start.Environment["CNAIM_GATEWAY_PORT"] = platform.Demo.Gateway.Port.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }
}
