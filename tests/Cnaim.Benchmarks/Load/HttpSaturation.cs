using System.Diagnostics;

namespace Cnaim.Benchmarks.Load;

/// <summary>As many requests as a number of connections can have answered one after the other; for comparing two ways to the same answer only.</summary>
internal static class HttpSaturation
{
    public static async Task<double> PerSecondAsync(Uri address, RequestTemplate request, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var answered = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(
            async () =>
            {
                using var connection = new HttpConnection(address);
                var (buffer, count) = (new byte[request.Length], 0L);
                while (Stopwatch.GetElapsedTime(start) < duration)
                {
                    var answer = await connection.SendAsync(request.Fill(buffer, Guid.NewGuid()), cancellationToken);
                    count += answer.Status is 200 ? 1 : throw new InvalidOperationException($"{address.PathAndQuery} answered {answer.Status}.");
                }

                return count;
            },
            cancellationToken)));
        return answered.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
