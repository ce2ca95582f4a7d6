using System.Net;
using System.Net.Http.Headers;

namespace Cnaim.Benchmarks;

/// <summary>Bytes whose length no header tells, as gRPC sends them.</summary>
internal sealed class UnsizedContent : HttpContent
{
    private readonly byte[] _payload;

    public UnsizedContent(byte[] payload)
    {
        _payload = payload;
        Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_payload, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
