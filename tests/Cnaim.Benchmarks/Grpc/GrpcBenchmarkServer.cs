using System.Buffers;
using System.Net;
using Cnaim.Benchmarks.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cnaim.Benchmarks;

/// <summary>
/// Two servers in one process: gRPC, and beside it the least that Kestrel can do with the same bytes, without and with the headers and
/// trailers of gRPC. Ends with standard input.
/// </summary>
internal static class GrpcBenchmarkServer
{
    public static async Task<int> Run()
    {
        var rpc = Create();
        rpc.Services.AddGrpc();
        await using var rpcApp = rpc.Build();
        rpcApp.MapGrpcService<EchoService>();
        await rpcApp.StartAsync();

        await using var bareApp = Create().Build();
        bareApp.Run(Echo);
        await bareApp.StartAsync();

        Console.WriteLine($"{rpcApp.Urls.First()} {bareApp.Urls.First()}");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static WebApplicationBuilder Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        return builder;
    }

    private static async Task Echo(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        var result = await reader.ReadAsync();
        while (!result.IsCompleted)
        {
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            result = await reader.ReadAsync();
        }

        foreach (var segment in result.Buffer)
        {
            http.Response.BodyWriter.Write(segment.Span);
        }

        reader.AdvanceTo(result.Buffer.End);
        if (http.Request.Path == BareClient.FramesPath)
        {
            http.Response.ContentType = "application/grpc";
            http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers.GrpcStatus = "0";
        }
    }

    private sealed class EchoService : BenchmarkEcho.BenchmarkEchoBase
    {
        public override Task<EchoMessage> Say(EchoMessage request, ServerCallContext context) => Task.FromResult(request);
    }
}
