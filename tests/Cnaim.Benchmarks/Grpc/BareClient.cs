using System.Net;

namespace Cnaim.Benchmarks;

/// <summary>Posts the same bytes over HTTP/2 without gRPC; with its headers and frames when asked to.</summary>
internal sealed class BareClient(string address, byte[] payload, bool hasFrames) : IDisposable
{
    public const string FramesPath = "/frames";
    private readonly Uri _address = new(new Uri(address), hasFrames ? FramesPath : "/");
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true, UseProxy = false });

    public async Task Call()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = hasFrames ? new UnsizedContent(payload) : new ByteArrayContent(payload),
        };
        if (hasFrames)
        {
            request.Headers.TryAddWithoutValidation("TE", "trailers");
            request.Headers.TryAddWithoutValidation("User-Agent", "benchmark/1.0");
            request.Headers.TryAddWithoutValidation("grpc-accept-encoding", "identity,gzip");
        }

        using var response = await _invoker.SendAsync(request, CancellationToken.None);
        var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[256];
        var total = 0;
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            total += read;
        }

        if (total != payload.Length)
        {
            throw new InvalidOperationException($"{total} bytes came back instead of {payload.Length}.");
        }
    }

    public void Dispose() => _invoker.Dispose();
}
