using System.Globalization;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.Cli.Doctor;

/// <summary>Limits of the machine.</summary>
internal static class Machine
{
    private const long Gibibyte = 1L << 30;

    public static IEnumerable<Finding> Check(PlatformLayout layout)
    {
        var files = MachineFacts.OpenFiles;
        yield return files < MachineFacts.FewestOpenFiles
            ? Finding.Bad("Open files", Text($"at most {files}"), Text($"The broker needs {MachineFacts.FewestOpenFiles}; raise the limit (ulimit -Hn, /etc/security/limits.conf)."))
            : Finding.Good("Open files", Text($"at most {files}"));
        var memory = MachineFacts.AvailableMemory;
        yield return memory < 4 * Gibibyte
            ? Finding.Note("Memory", Text($"{memory / Gibibyte} GiB available"), "The whole platform takes up to 4 GiB; start a part of it with --only.")
            : Finding.Good("Memory", Text($"{memory / Gibibyte} GiB available"));
        yield return Disk(layout);
        yield return Account.Current.Name is { } user
            ? Finding.Good("Account", $"started by root, so servers and services run as {user}")
            : Finding.Good("Account", "servers and services run as you");
        foreach (var (variable, usual) in ((string, int)[])[("CNAIM_GATEWAY_PORT", 8080), ("CNAIM_GATEWAY_GRPC_PORT", 8081)])
        {
            yield return Port(layout, variable, usual);
        }
    }

    private static Finding Disk(PlatformLayout layout)
    {
        var folder = layout.Home;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var free = MachineFacts.FreeBytes(folder);
        var found = Text($"{free / Gibibyte} GiB free for {layout.Home}");
        return free < 2 * Gibibyte ? Finding.Bad("Disk", found, "Free at least 2 GiB, or set CNAIM_HOME to a folder on another disk.") : Finding.Good("Disk", found);
    }

    private static Finding Port(PlatformLayout layout, string variable, int usual)
    {
        var port = int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var own) ? own : usual;
        var name = Text($"Port {port}");
        if (port == 0 || FreePorts.IsFree(port))
        {
            return Finding.Good(name, "free");
        }

        return StateFile.Read(layout.State) is { } state && state.Supervisor.IsRunning && state.Ports.Values.Contains(port)
            ? Finding.Good(name, "used by this platform")
            : Finding.Bad(name, "taken by another program", Text($"End it, or choose another one: {variable}={port + 100} ./cnaim up."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
