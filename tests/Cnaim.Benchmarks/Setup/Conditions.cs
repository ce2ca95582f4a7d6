using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Cnaim.Benchmarks.Costs;
using Cnaim.Launcher;
using Npgsql;
using RabbitMQ.Client;

namespace Cnaim.Benchmarks.Setup;

/// <summary>What a figure means nothing without.</summary>
internal static class Conditions
{
    public static async Task WriteAsync(TextWriter log, CancellationToken cancellationToken)
    {
        var model = Lines("/proc/cpuinfo", "model name").FirstOrDefault("unknown processor");
        var memory = long.Parse(Lines("/proc/meminfo", "MemTotal").First().Split(' ')[0], CultureInfo.InvariantCulture) >> 20;
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{model}, {Environment.ProcessorCount} cores, {memory} GiB, {RuntimeInformation.OSDescription}; client, servers and services on this one machine"));
        log.WriteLine(
            $"commit {await CommitAsync(cancellationToken)}, {RuntimeInformation.FrameworkDescription}, MassTransit {Version("MassTransit")}, "
            + $"RabbitMQ.Client {VersionOf(typeof(IConnection))}, Npgsql {VersionOf(typeof(NpgsqlConnection))}");
        Machine(log);
    }

    /// <summary>What shows a busy machine: printed before and after.</summary>
    public static void Machine(TextWriter log) => log.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"CPU probe {CpuProbe.MillionLoopsPerSecond():0} M loops/s, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));

    private static async Task<string> CommitAsync(CancellationToken cancellationToken)
    {
        var commit = await Tool.RunAsync("git", ["-C", Repository.Find(), "describe", "--always", "--dirty"], cancellationToken);
        return commit.Trim();
    }

    private static IEnumerable<string> Lines(string file, string name) => File.ReadLines(file)
        .Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line.Split(':', 2)[1].Trim());

    private static string Version(string assembly) => VersionOf(Assembly.Load(assembly));

    private static string VersionOf(Type type) => VersionOf(type.Assembly);

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?";
}
