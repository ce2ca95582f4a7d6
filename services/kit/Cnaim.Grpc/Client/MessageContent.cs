using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>The one request of a call. It serializes when sent, so that a request repeated on a new connection is whole.</summary>
internal sealed class MessageContent<TRequest> : HttpContent
{
    private static readonly MediaTypeHeaderValue s_contentType = new(GrpcNames.ContentType);
    private readonly ClientCall _call;
    private readonly Marshaller<TRequest> _marshaller;
    private readonly TRequest _request;

    public MessageContent(ClientCall call, Marshaller<TRequest> marshaller, TRequest request)
    {
        (_call, _marshaller, _request) = (call, marshaller, request);
        Headers.ContentType = s_contentType;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var writer = new PooledWriter(512);
        var compression = _call.Options.WriteOptions?.Flags.HasFlag(WriteFlags.NoCompress) == true ? null : _call.Compression;
        MessageWriter.Write(writer, _request, _marshaller.ContextualSerializer, compression, _call.Channel.Options.MaxSendMessageSize);
        await stream.WriteAsync(writer.Written, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
