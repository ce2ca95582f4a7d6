using System.Globalization;

namespace Cnaim.Benchmarks.Costs;

/// <summary>CPU time and memory of processes, from <c>/proc</c>.</summary>
internal static class ProcessCost
{
    // sysconf(_SC_CLK_TCK) is 100 on every Linux that .NET supports.
    private const double MillisecondsPerTick = 10;

    /// <summary>CPU milliseconds that a process has used; with <paramref name="withChildren"/> also those of its children, living and reaped.</summary>
    public static double CpuMilliseconds(int pid, bool withChildren = false)
    {
        if (Fields(pid) is not { } own)
        {
            return 0;
        }

        var total = Ticks(own, 11) + Ticks(own, 12);
        if (withChildren)
        {
            total += Ticks(own, 13) + Ticks(own, 14) + Children(pid).Select(Fields).OfType<string[]>().Sum(child => Ticks(child, 11) + Ticks(child, 12));
        }

        return total * MillisecondsPerTick;
    }

    /// <summary>Resident memory in MiB, without children.</summary>
    public static double ResidentMegabytes(int pid) => Fields(pid) is { } own ? Ticks(own, 21) * Environment.SystemPageSize / (1024.0 * 1024) : 0;

    private static IEnumerable<int> Children(int pid) =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && Fields(id) is { } fields && Ticks(fields, 1) == pid);

    private static long Ticks(string[] fields, int index) => long.Parse(fields[index], CultureInfo.InvariantCulture);

    // After the command's closing parenthesis: state, ppid, ... utime is 11, stime 12, cutime 13, cstime 14, rss 21.
    private static string[]? Fields(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return null;
        }
    }
}
