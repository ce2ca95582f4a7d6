using System.Diagnostics;

namespace Cnaim.Launcher;

/// <summary>Runs a host with <c>migrate</c>: the only process that is given the owner's connection string.</summary>
internal static class MigrateDatabase
{
    public static async Task RunAsync(HostProgram host, IReadOnlyDictionary<string, string> values, string owner, CancellationToken cancellationToken)
    {
        if (!host.HasDatabase)
        {
            return;
        }

        var start = new ProcessStartInfo("dotnet", [host.Assembly, "migrate"]) { WorkingDirectory = host.ContentRoot, UseShellExecute = false };
        foreach (var (key, value) in values.Append(new("ConnectionStrings__Migrations", owner)))
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new LauncherException(LauncherProblem.Failed, $"The database of {host.Code} could not be migrated; what it said stands above.");
        }
    }
}
