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
        var (rounds, warmUp, step) = isQuick ? (2, 2.0, 2.5) : (3, 4.0, 6.0);
        using var server = Start();
        try
        {
            var addresses = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
            var (rpc, bare) = await Measure(addresses, server.Id, rounds, TimeSpan.FromSeconds(warmUp), TimeSpan.FromSeconds(step));
            Print(rpc, bare, options.Contains("--json", StringComparer.Ordinal));
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

    private static async Task<(LoadResult Rpc, LoadResult Bare)> Measure(string[] addresses, int server, int rounds, TimeSpan warmUp, TimeSpan step)
    {
        var message = new EchoMessage { Text = new string('x', 100), Number = 42 };
        var channels = Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(addresses[0])).ToArray();
        var clients = channels.Select(channel => new BenchmarkEcho.BenchmarkEchoClient(channel)).ToArray();
        var prefixed = new byte[5 + message.CalculateSize()];
        message.WriteTo(prefixed.AsSpan(5));
        var bareClients = Enumerable.Range(0, Connections).Select(_ => new BareClient(addresses[1], prefixed)).ToArray();

        Task CallRpc(int worker) => Say(clients[worker % Connections], message);
        Task CallBare(int worker) => bareClients[worker % Connections].Call();

        await ClosedLoop.Run(Workers, warmUp / 2, server, CallRpc);
        await ClosedLoop.Run(Workers, warmUp / 2, server, CallBare);
        var (rpc, bare) = (new List<LoadResult>(), new List<LoadResult>());
        for (var round = 0; round < rounds; round++)
        {
            rpc.Add(await ClosedLoop.Run(Workers, step, server, CallRpc));
            bare.Add(await ClosedLoop.Run(Workers, step, server, CallBare));
        }

        Array.ForEach(channels, channel => channel.Dispose());
        Array.ForEach(bareClients, client => client.Dispose());
        return (LoadResult.Sum(rpc), LoadResult.Sum(bare));
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

    private static void Print(LoadResult rpc, LoadResult bare, bool asJson)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Workers} calls in flight over {Connections} connections, echo of 104 bytes, client and server on this machine"));
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}");
        Print("gRPC unary", rpc);
        Print("bare HTTP/2", bare);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gRPC / bare: {rpc.PerServerCore / bare.PerServerCore:P0} per core of server, {rpc.PerSecond / bare.PerSecond:P0} in all"));
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(Summary(rpc, bare)));
        }
    }

    private static void Print(string name, LoadResult result) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-12} {result.PerSecond,9:N0} calls/s {result.PerServerCore,9:N0} calls/s per core of server, p50 {result.Percentile(0.5):F2} ms, p99 {result.Percentile(0.99):F2} ms, {result.Calls} calls"));

    private static Dictionary<string, object> Summary(LoadResult rpc, LoadResult bare) => new(StringComparer.Ordinal)
    {
        ["calls"] = rpc.Calls,
        ["callsPerSecond"] = Math.Round(rpc.PerSecond),
        ["callsPerSecondPerCore"] = Math.Round(rpc.PerServerCore),
        ["p50Ms"] = Math.Round(rpc.Percentile(0.5), 3),
        ["p99Ms"] = Math.Round(rpc.Percentile(0.99), 3),
        ["floorCallsPerSecond"] = Math.Round(bare.PerSecond),
        ["floorCallsPerSecondPerCore"] = Math.Round(bare.PerServerCore),
        ["floorP50Ms"] = Math.Round(bare.Percentile(0.5), 3),
        ["floorP99Ms"] = Math.Round(bare.Percentile(0.99), 3),
        ["ratio"] = Math.Round(rpc.PerServerCore / bare.PerServerCore, 3),
        ["inFlight"] = Workers,
        ["connections"] = Connections,
    };
}
