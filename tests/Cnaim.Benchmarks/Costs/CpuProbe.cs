using System.Diagnostics;

namespace Cnaim.Benchmarks.Costs;

/// <summary>An empty loop for half a second: how fast one core is right now, so that runs on a busy machine can be told apart.</summary>
internal static class CpuProbe
{
    public static double MillionLoopsPerSecond()
    {
        var (start, loops, sum) = (Stopwatch.GetTimestamp(), 0L, 0L);
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(500))
        {
            for (var index = 0; index < 10_000; index++)
            {
                sum += index ^ sum;
            }

            loops += 10_000;
        }

        return loops / (Stopwatch.GetElapsedTime(start).TotalSeconds * 1e6) + (sum == long.MinValue ? 1 : 0);
    }
}
