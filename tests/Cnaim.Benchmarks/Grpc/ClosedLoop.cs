using System.Diagnostics;
using System.Globalization;

namespace Cnaim.Benchmarks;

/// <summary>Keeps a number of calls in flight, each worker sending its next call when the last one was answered.</summary>
internal static class ClosedLoop
{
    /// <summary>Clock ticks per second in <c>/proc/PID/stat</c> on Linux.</summary>
    private const double UserHertz = 100;

    public static async Task<LoadResult> Run(int workers, TimeSpan duration, int serverProcess, Func<int, Task> call)
    {
        var cpu = ServerSeconds(serverProcess);
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var samples = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => Work(worker, end, call))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new LoadResult(samples.Sum(list => (long)list.Count), seconds, ServerSeconds(serverProcess) - cpu, [.. samples.SelectMany(list => list).Order()]);
    }

    private static async Task<List<double>> Work(int worker, long end, Func<int, Task> call)
    {
        var latencies = new List<double>(100_000);
        for (var now = Stopwatch.GetTimestamp(); now < end;)
        {
            await call(worker);
            var done = Stopwatch.GetTimestamp();
            latencies.Add((done - now) * 1000.0 / Stopwatch.Frequency);
            now = done;
        }

        return latencies;
    }

    private static double ServerSeconds(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / UserHertz;
    }
}
