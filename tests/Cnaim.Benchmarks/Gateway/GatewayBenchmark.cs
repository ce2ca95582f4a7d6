using System.Globalization;
using System.Text.Json;
using Cnaim.Benchmarks.Load;
using Cnaim.Benchmarks.Setup;

namespace Cnaim.Benchmarks.Gateway;

/// <summary>The same answer straight from a service and through the gateway: what the edge costs.</summary>
internal sealed class GatewayBenchmark(string app, TimeSpan measured, TextWriter log)
{
    private const string Path = "/v1/centres/cnaim-lisboa";
    private const double Rate = 200;
    private const int Connections = 32;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using var platform = await BenchPlatform.StartAsync(
            new BenchOptions { App = app, Services = ["identity", "directory", "gateway"] }, cancellationToken);
        var own = await platform.Tokens.GetAsync("reception", "cnaim-lisboa", "mediator", "directory", cancellationToken);
        var token = await platform.Tokens.GetAsync("reception", "cnaim-lisboa", "mediator", "cnaim", cancellationToken);
        var direct = new Uri(platform.AddressOf("directory"), Path);
        var through = new Uri(platform.AddressOf("gateway"), "/api/directory" + Path);
        var (directRate, directLatency) = await MeasureAsync("direct", direct, own, cancellationToken);
        var (throughRate, throughLatency) = await MeasureAsync("through the gateway", through, token, cancellationToken);
        return JsonSerializer.Serialize(new
        {
            directPerSecond = Math.Round(directRate),
            gatewayPerSecond = Math.Round(throughRate),
            ratio = Math.Round(throughRate / directRate, 2),
            directP50Ms = Math.Round(directLatency.P50, 2),
            gatewayP50Ms = Math.Round(throughLatency.P50, 2),
            directP99Ms = Math.Round(directLatency.P99, 2),
            gatewayP99Ms = Math.Round(throughLatency.P99, 2),
        });
    }

    private async Task<(double PerSecond, Latencies Latencies)> MeasureAsync(string name, Uri address, string token, CancellationToken cancellationToken)
    {
        var request = new RequestTemplate("GET", address, token, "");
        await HttpSaturation.PerSecondAsync(address, request, Connections, WarmUp, cancellationToken);
        var rate = await HttpSaturation.PerSecondAsync(address, request, Connections, measured, cancellationToken);
        var load = await new OpenLoop(address, [request], Connections).RunAsync(Rate, WarmUp, measured, () => Task.CompletedTask, cancellationToken);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {rate,8:0}/s at most; at {Rate}/s {load.Accept}"));
        return (rate, load.Accept);
    }
}
