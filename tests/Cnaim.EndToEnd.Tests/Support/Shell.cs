using System.Diagnostics;
using System.Globalization;
using Cnaim.Testing;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>A shell in the repository whose <c>./cnaim</c> speaks of the platform under test.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<(int ExitCode, string Output, string Errors)> ShellAsync(this PlatformUnderTest platform, string script)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var shell = Start(platform, script);
        var output = shell.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = shell.StandardError.ReadToEndAsync(limit.Token);
        await shell.WaitForExitAsync(limit.Token);
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
