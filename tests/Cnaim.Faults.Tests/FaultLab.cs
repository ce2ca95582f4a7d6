using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Cnaim.Servers;
using Cnaim.Testing;

namespace Cnaim.Faults.Tests;

/// <summary>What all scenarios share: private servers that may be killed, and the fault build of the small office, made once.</summary>
public class FaultLab : IAsyncLifetime
{
    private static readonly string Project = typeof(FaultLab).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key is "FaultOffice").Value!;
    private static readonly Lazy<Task> Build = new(BuildAsync);
    private readonly SemaphoreSlim _asking = new(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("cnaim-faults-").FullName;

    public RealServers Servers { get; } = new();

    public PrivateServers Private => Servers.Private ?? throw new InvalidOperationException("Fault tests kill their servers: unset CNAIM_POSTGRES and CNAIM_RABBITMQ.");

    /// <summary>The program of the fault build.</summary>
    public static string Program => Path.Combine(Published, "Cnaim.Faults.Office.dll");

    /// <summary>Logs of the processes and files of the load clients; kept where a test failed.</summary>
    public string Folder => _folder;

    public async ValueTask InitializeAsync()
    {
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Account.Current.CreateFolder(Logs);
        await Task.WhenAll(Build.Value, Servers.InitializeAsync().AsTask());
    }

    /// <summary>What the broker itself says lies in each queue, delivered but unacknowledged messages included (C4). Scenarios take turns: each question is a process.</summary>
    public async Task<Dictionary<string, int>> QueuesAsync()
    {
        await _asking.WaitAsync();
        try
        {
            var list = await Private.Broker.ControlAsync(["list_queues", "-p", "cnaim", "--no-table-headers", "name", "messages"]);
            return list.Split('\n').Select(line => line.Split('\t')).Where(fields => fields.Length == 2)
                .ToDictionary(fields => fields[0], fields => int.Parse(fields[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        }
        finally
        {
            _asking.Release();
        }
    }

    public string Logs => Path.Combine(_folder, "logs");

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Servers.DisposeAsync();
        _asking.Dispose();
        if (Environment.GetEnvironmentVariable("CNAIM_KEEP_LOGS") is not { Length: > 0 })
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Published => Path.Combine(Project, "bin", "Sabotage", "published");

    // A configuration of its own has its own folders, so that the ordinary build stays as it is. Compiled ahead: scenarios start some hundred processes, and
    // compiling at run time is most of what a start costs.
    private static async Task BuildAsync()
    {
        string[] arguments =
        [
            "publish", Project, "-c", "Sabotage", "-p:Sabotage=true", "-p:Optimize=true", "-p:PublishReadyToRun=true", "--runtime", RuntimeInformation.RuntimeIdentifier is { } current && current.StartsWith("linux-", StringComparison.Ordinal) ? current : "linux-x64", "--no-self-contained",
            // A restore for one machine writes other lock files than the ones that are kept.
            "-p:NuGetLockFilePath=obj/publish.lock.json", "-p:RestoreLockedMode=false", "-p:RunAnalyzers=false", "-nodeReuse:false", "-v", "q", "-nologo", "--output", Published,
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Project,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var build = Process.Start(start)!;
        var errors = build.StandardError.ReadToEndAsync();
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException($"The fault build failed:\n{output}{await errors}");
        }
    }
}
