using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Cnaim.Benchmarks.Load;
using Cnaim.Benchmarks.Setup;
using Cnaim.Screening.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Cnaim.Benchmarks.Assessments;

/// <summary>Assessments with the full rule set at a fixed arrival rate, over HTTP/JSON and over gRPC.</summary>
internal sealed class AssessmentBenchmark(string app, TimeSpan warmUp, TimeSpan measured, TextWriter log)
{
    private const double Rate = 100;
    private const int Workers = 32;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using var platform = await BenchPlatform.StartAsync(new BenchOptions { App = app, Services = ["identity", "directory", "screening"] }, cancellationToken);
        var token = await platform.Tokens.GetAsync("reception", "cnaim-lisboa", "mediator", "screening", cancellationToken);
        var screening = platform.AddressOf("screening");
        var interviews = await Interviews.EnterAsync(screening, token, Published.Data("rules/scenarios.json"), cancellationToken);
        var http = await HttpAsync(screening, token, interviews, cancellationToken);
        log.WriteLine($"HTTP {Rate}/s  {http}");
        var grpc = await GrpcAsync(platform.GrpcAddressOf("screening"), token, interviews, cancellationToken);
        log.WriteLine($"gRPC {Rate}/s  {grpc}");
        return JsonSerializer.Serialize(new
        {
            perSecond = Rate,
            httpP50Ms = Math.Round(http.P50, 2),
            httpP99Ms = Math.Round(http.P99, 2),
            grpcP50Ms = Math.Round(grpc.P50, 2),
            grpcP99Ms = Math.Round(grpc.P99, 2),
        });
    }

    private async Task<Latencies> HttpAsync(Uri screening, string token, IReadOnlyList<Guid> interviews, CancellationToken cancellationToken)
    {
        var requests = interviews.Select(id => new RequestTemplate("POST", new Uri(screening, $"/v1/interviews/{id}/assessment"), token, "")).ToList();
        var result = await new OpenLoop(screening, requests, Workers).RunAsync(Rate, warmUp, measured, () => Task.CompletedTask, cancellationToken);
        return result.Refused.Count == 0 ? result.Accept : throw new InvalidOperationException($"Refused: {string.Join(", ", result.Refused.Keys)}.");
    }

    private async Task<Latencies> GrpcAsync(string address, string token, IReadOnlyList<Guid> interviews, CancellationToken cancellationToken)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var client = new Cnaim.Screening.V1.Screening.ScreeningClient(channel);
        var due = Channel.CreateUnbounded<(long Index, long DueAt)>(new UnboundedChannelOptions { SingleWriter = true });
        var first = (long)(Rate * warmUp.TotalSeconds);
        var headers = new Metadata { { "authorization", "Bearer " + token } };
        var workers = Enumerable.Range(0, Workers).Select(_ => Task.Run(
            async () =>
            {
                var samples = new List<double>();
                await foreach (var (index, dueAt) in due.Reader.ReadAllAsync(cancellationToken))
                {
                    await AssessAsync(client, interviews[(int)(index % interviews.Count)], headers, cancellationToken);
                    samples.AddRange(index >= first ? [Stopwatch.GetElapsedTime(dueAt).TotalMilliseconds] : []);
                }

                return samples;
            },
            cancellationToken)).ToArray();
        await Pace.WriteAsync(due.Writer, Rate, warmUp + measured, cancellationToken);
        return Latencies.Of((await Task.WhenAll(workers)).SelectMany(samples => samples));
    }

    private static async Task AssessAsync(Cnaim.Screening.V1.Screening.ScreeningClient client, Guid interview, Metadata headers, CancellationToken cancellationToken)
    {
        using var call = client.Assess(
            new AssessRequest { InterviewId = interview.ToString() }, headers, deadline: DateTime.UtcNow.AddSeconds(5), cancellationToken: cancellationToken);
        while (await call.ResponseStream.MoveNext(cancellationToken))
        {
            // Every part is read: the last one ends the assessment.
        }
    }
}
