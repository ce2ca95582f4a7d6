using System.Diagnostics;
using System.Threading.Channels;

namespace Cnaim.Benchmarks.Load;

/// <summary>Gives out the moments at which work is due, at a fixed rate and without looking at how the work goes.</summary>
internal static class Pace
{
    /// <summary>Writes one tick of the stopwatch per arrival, never before it is due, then completes the channel.</summary>
    public static async Task WriteAsync(ChannelWriter<(long Index, long DueAt)> due, double rate, TimeSpan duration, CancellationToken cancellationToken)
    {
        var (start, total) = (Stopwatch.GetTimestamp(), (long)(rate * duration.TotalSeconds));
        for (var next = 0L; next < total;)
        {
            var reached = Math.Min(total, (long)(Stopwatch.GetElapsedTime(start).TotalSeconds * rate) + 1);
            for (; next < reached; next++)
            {
                await due.WriteAsync((next, start + (long)(next / rate * Stopwatch.Frequency)), cancellationToken);
            }

            await Task.Delay(1, cancellationToken);
        }

        due.Complete();
    }
}
