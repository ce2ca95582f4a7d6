using System.Text.Json;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cnaim.Grpc.Tests;

/// <summary>Runs the grpc-js client once against our server and keeps what both sides saw.</summary>
public sealed class GrpcJsClientFixture : IAsyncLifetime
{
    private JsonDocument? _seen;

    internal EchoServer Server { get; private set; } = null!;

    public JsonElement this[string scenario] => _seen!.RootElement.GetProperty(scenario);

    public async ValueTask InitializeAsync()
    {
        Server = await EchoServer.Start(
            services =>
            {
                services.Configure<GrpcServiceOptions>(options => options.ResponseCompressionAlgorithm = "gzip");
                services.AddGrpcHealthChecks().AddCheck("always", () => HealthCheckResult.Healthy());
            },
            app =>
            {
                app.MapGrpcService<EchoService>();
                app.MapGrpcHealthChecksService();
            });
        await using var client = await NodeProcess.Start("client.js", new Uri(Server.Address).Authority);
        _seen = JsonDocument.Parse(await client.ReadLine());
    }

    public async ValueTask DisposeAsync()
    {
        _seen?.Dispose();
        await Server.DisposeAsync();
    }
}
