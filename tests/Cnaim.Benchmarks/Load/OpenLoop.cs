using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Cnaim.Benchmarks.Load;

/// <summary>
/// Sends at a fixed arrival rate whether or not earlier requests were answered, and measures from the moment a request was due:
/// a closed loop would slow down with the server and hide its queue.
/// </summary>
internal sealed class OpenLoop(Uri address, IReadOnlyList<RequestTemplate> requests, int connections)
{
    /// <summary>Runs one step; what was due during the warm-up is sent and counted, but not measured.</summary>
    public async Task<OpenLoopResult> RunAsync(double rate, TimeSpan warmUp, TimeSpan measured, Func<Task> onMeasure, CancellationToken cancellationToken)
    {
        var due = Channel.CreateUnbounded<(long Index, long DueAt)>(new UnboundedChannelOptions { SingleWriter = true });
        var first = (long)(rate * warmUp.TotalSeconds);
        var workers = Enumerable.Range(0, connections).Select(_ => Task.Run(() => WorkAsync(due.Reader, first, cancellationToken), cancellationToken)).ToArray();
        var begin = Task.Run(
            async () =>
            {
                await Task.Delay(warmUp, cancellationToken);
                await onMeasure();
            },
            cancellationToken);
        await Pace.WriteAsync(due.Writer, rate, warmUp + measured, cancellationToken);
        await begin;
        return OpenLoopResult.Of((await Task.WhenAll(workers)).SelectMany(samples => samples));
    }

    private async Task<List<Sample>> WorkAsync(ChannelReader<(long Index, long DueAt)> due, long first, CancellationToken cancellationToken)
    {
        using var connection = new HttpConnection(address);
        var (samples, buffer) = (new List<Sample>(), new byte[requests.Max(request => request.Length)]);
        await foreach (var (index, dueAt) in due.ReadAllAsync(cancellationToken))
        {
            var answer = await SendAsync(connection, requests[(int)(index % requests.Count)].Fill(buffer, Guid.NewGuid()), cancellationToken);
            var waited = Stopwatch.GetElapsedTime(dueAt);
            samples.Add(new Sample(index >= first, DateTime.UtcNow - waited, waited.TotalMilliseconds, answer.Status, answer.Id));
        }

        return samples;
    }

    private static async Task<HttpAnswer> SendAsync(HttpConnection connection, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.SendAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            connection.Dispose();
            return default;
        }
    }
}
