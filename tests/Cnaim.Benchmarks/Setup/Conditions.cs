using System.Globalization;
using System.Runtime.InteropServices;
using Cnaim.Benchmarks.Costs;

namespace Cnaim.Benchmarks.Setup;

/// <summary>What a figure means nothing without.</summary>
internal static class Conditions
{
    public static void Write(TextWriter log)
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{model}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; client, servers and services on this one machine;"
            + $" CPU probe {CpuProbe.MillionLoopsPerSecond():0} M loops/s, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
    }
}
