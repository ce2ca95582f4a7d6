using Cnaim.GrpcTests.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cnaim.Grpc.Tests;

/// <summary>A real Kestrel on a free loopback port.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoServer(WebApplication app)
    {
        _app = app;
        Address = app.Urls.First();
        Channel = GrpcChannel.ForAddress(Address);
        Client = new Echo.EchoClient(Channel);
    }

    public string Address { get; }

    public GrpcChannel Channel { get; }

    public Echo.EchoClient Client { get; }

    public EchoLog Log => _app.Services.GetRequiredService<EchoLog>();

    public IServiceProvider Services => _app.Services;

    public static async Task<EchoServer> Start(Action<IServiceCollection>? configure = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<EchoLog>();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        if (map is null)
        {
            app.MapGrpcService<EchoService>();
        }
        else
        {
            map(app);
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        return new EchoServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.DisposeAsync();
    }
}
