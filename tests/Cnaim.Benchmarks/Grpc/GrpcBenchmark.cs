using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Cnaim.Benchmarks.V1;
using Google.Protobuf;
using Grpc.Net.Client;

namespace Cnaim.Benchmarks;

/// <summary>Unary calls in a closed loop, in turn with bare HTTP/2 requests of the same size as their floor.</summary>
internal static class GrpcBenchmark
{
    private const int Workers = 64;
    private const int Connections = 2;

    public static async Task<int> Run(string[] options)
    {
        var isQuick = options.Contains("--quick", StringComparer.Ordinal);
        var (rounds, warmUp, step) = isQuick ? (2, 1.0, 1.8) : (3, 2.0, 5.0);
        using var server = Start();
        try
        {
            var addresses = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
            var results = await Measure(addresses, server.Id, rounds, TimeSpan.FromSeconds(warmUp), TimeSpan.FromSeconds(step));
            Print(results, options.Contains("--json", StringComparer.Ordinal));
            return 0;
        }
        finally
        {
            server.StandardInput.Close();
            if (!server.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                server.Kill();
            }
        }
    }

    private static async Task<LoadResult[]> Measure(string[] addresses, int server, int rounds, TimeSpan warmUp, TimeSpan step)
    {
        var message = new EchoMessage { Text = new string('x', 100), Number = 42 };
        var prefixed = new byte[5 + message.CalculateSize()];
        message.WriteTo(prefixed.AsSpan(5));
        var channels = Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(addresses[0])).ToArray();
        var clients = channels.Select(channel => new BenchmarkEcho.BenchmarkEchoClient(channel)).ToArray();
        var bare = Enumerable.Range(0, Connections).Select(_ => new BareClient(addresses[1], prefixed, hasFrames: false)).ToArray();
        var frames = Enumerable.Range(0, Connections).Select(_ => new BareClient(addresses[1], prefixed, hasFrames: true)).ToArray();
        Func<int, Task>[] calls =
        [
            worker => Say(clients[worker % Connections], message),
            worker => frames[worker % Connections].Call(),
            worker => bare[worker % Connections].Call(),
        ];

        var results = await InTurn(calls, server, rounds, warmUp, step);
        Array.ForEach(channels, channel => channel.Dispose());
        Array.ForEach([.. bare, .. frames], client => client.Dispose());
        return results;
    }

    private static async Task<LoadResult[]> InTurn(Func<int, Task>[] calls, int server, int rounds, TimeSpan warmUp, TimeSpan step)
    {
        var parts = calls.Select(_ => new List<LoadResult>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var kind = 0; kind < calls.Length; kind++)
            {
                var result = await ClosedLoop.Run(Workers, round == 0 ? warmUp : step, server, calls[kind]);
                if (round > 0)
                {
                    parts[kind].Add(result);
                }
            }
        }

        return [.. parts.Select(LoadResult.Sum)];
    }

    private static async Task Say(BenchmarkEcho.BenchmarkEchoClient client, EchoMessage message)
    {
        var reply = await client.SayAsync(message);
        if (reply.Number != message.Number)
        {
            throw new InvalidOperationException("The answer is not the one that was asked for.");
        }
    }

    private static Process Start() => Process.Start(
        new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Cnaim.Benchmarks"), "grpc-server")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static void Print(LoadResult[] results, bool asJson)
    {
        var (rpc, frames, bare) = (results[0], results[1], results[2]);
        Console.WriteLine($"{Workers} calls in flight over {Connections} connections, echo of 109 bytes, client and server processes on this machine");
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}");
        Print("gRPC unary", rpc);
        Print("HTTP/2, same headers and trailers", frames);
        Print("HTTP/2, bare", bare);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"per core of server, gRPC reaches {rpc.PerServerCore / frames.PerServerCore:P0} of the same frames, {rpc.PerServerCore / bare.PerServerCore:P0} of bare HTTP/2"));
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(Summary(rpc, frames, bare)));
        }
    }

    private static void Print(string name, LoadResult result) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-34}{result.PerSecond,9:N0} calls/s {result.PerServerCore,9:N0} calls/s per core of server, p50 {result.Percentile(0.5):F2} ms, p99 {result.Percentile(0.99):F2} ms"));

    private static Dictionary<string, object> Summary(LoadResult rpc, LoadResult frames, LoadResult bare) => new(StringComparer.Ordinal)
    {
        ["calls"] = rpc.Calls,
        ["callsPerSecond"] = Math.Round(rpc.PerSecond),
        ["callsPerSecondPerCore"] = Math.Round(rpc.PerServerCore),
        ["p50Ms"] = Math.Round(rpc.Percentile(0.5), 3),
        ["p99Ms"] = Math.Round(rpc.Percentile(0.99), 3),
        ["sameFramesPerSecond"] = Math.Round(frames.PerSecond),
        ["sameFramesPerSecondPerCore"] = Math.Round(frames.PerServerCore),
        ["floorPerSecond"] = Math.Round(bare.PerSecond),
        ["floorPerSecondPerCore"] = Math.Round(bare.PerServerCore),
        ["floorP50Ms"] = Math.Round(bare.Percentile(0.5), 3),
        ["floorP99Ms"] = Math.Round(bare.Percentile(0.99), 3),
        ["ratio"] = Math.Round(rpc.PerServerCore / bare.PerServerCore, 3),
        ["ratioSameFrames"] = Math.Round(rpc.PerServerCore / frames.PerServerCore, 3),
        ["inFlight"] = Workers,
        ["connections"] = Connections,
    };
}
