using Cnaim.GrpcTests.V1;
using Grpc.Net.Client;

namespace Cnaim.Grpc.Tests;

/// <summary>A grpc-js server that compresses its answers, and a channel of ours to it.</summary>
public sealed class GrpcJsServerFixture : IAsyncLifetime
{
    private NodeProcess? _server;

    internal ResponseLog Responses { get; } = new();

    internal GrpcChannel Channel { get; private set; } = null!;

    internal Echo.EchoClient Client => new(Channel);

    public async ValueTask InitializeAsync()
    {
        _server = await NodeProcess.Start("server.js", "gzip");
        var port = await _server.ReadLine();
        Channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}", new GrpcChannelOptions { HttpHandler = Responses });
    }

    public async ValueTask DisposeAsync()
    {
        Channel?.Dispose();
        Responses.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
