using System.Diagnostics;

namespace Cnaim.Launcher;

/// <summary>Installs Debian packages without letting their services start.</summary>
public static class InstallPackages
{
    private const string Policy = "/usr/sbin/policy-rc.d";

    // Exit code 101 of policy-rc.d means: action forbidden.
    private const string Forbid = "#!/bin/sh\nexit 101\n";

    /// <summary>Installs packages; an existing policy is put back afterwards.</summary>
    /// <param name="packages">Names of packages.</param>
    /// <param name="log">Receives what apt-get prints.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancellationToken">Ends the wait between two steps.</param>
    /// <exception cref="LauncherException">The installation failed.</exception>
    public static async Task RunAsync(IReadOnlyList<string> packages, string log, IProgress<PlatformStep>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(packages);
        var kept = File.Exists(Policy) ? Policy + ".cnaim" : null;
        if (kept is not null)
        {
            File.Move(Policy, kept, overwrite: true);
        }

        try
        {
            await File.WriteAllTextAsync(Policy, Forbid, cancellationToken);
            File.SetUnixFileMode(Policy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            progress?.Report(new PlatformStep("Installing " + string.Join(", ", packages), 0, 2, "package lists"));
            await AptAsync(["update", "-q"], log, cancellationToken);
            progress?.Report(new PlatformStep("Installing " + string.Join(", ", packages), 1, 2, "packages"));
            await AptAsync(["install", "-q", "-y", "--no-install-recommends", .. packages], log, cancellationToken);
            progress?.Report(new PlatformStep("Installing " + string.Join(", ", packages), 2, 2));
        }
        finally
        {
            File.Delete(Policy);
            if (kept is not null)
            {
                File.Move(kept, Policy);
            }
        }
    }

    private static async Task AptAsync(IEnumerable<string> arguments, string log, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec apt-get \"$@\" >>\"$CNAIM_LOG\" 2>&1 </dev/null", "sh", .. arguments]) { UseShellExecute = false };
        start.Environment["CNAIM_LOG"] = log;
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new LauncherException(LauncherProblem.Missing, $"apt-get failed; read {log}, or install the packages by hand and start again.");
        }
    }
}
